package io.catalogimport.job.validate;

import io.catalogimport.aws.Lane;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.WorkQueue;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/** Reads what is to be validated in a lane, in file order and page by page. The ledger is the place to restart from. */
final class StagedMappingReader implements ItemReader<LedgerEntry> {
    private static final int PAGE_SIZE = 100;

    private final WorkQueue queue;
    private final Run run;
    private final OneLane lane;
    private final Queue<LedgerEntry> page = new ArrayDeque<>();
    private @Nullable LedgerEntry last;

    StagedMappingReader(WorkQueue queue, Run run, OneLane lane) {
        this.queue = queue;
        this.run = run;
        this.lane = lane;
    }

    @Override
    public @Nullable LedgerEntry read() {
        if (page.isEmpty()) {
            page.addAll(queue.staged(run, lane, last == null ? 0 : last.line() + 1, PAGE_SIZE));
        }
        LedgerEntry next = page.poll();
        if (next != null) {
            last = next;
        }
        return next;
    }

    /** The lane, if anything was read in it. */
    Optional<Lane> lane() {
        return Optional.ofNullable(last).map(LedgerEntry::lane);
    }
}
