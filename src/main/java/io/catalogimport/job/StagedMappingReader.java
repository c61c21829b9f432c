package io.catalogimport.job;

import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.Run;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads the mappings that are to be validated, of one account and region after the other in turn, for each has a rate of
 * its own at which AWS is asked; within it, in file order. The ledger itself is the place to restart from.
 */
final class StagedMappingReader implements ItemReader<LedgerEntry> {
    private static final int PAGE_SIZE = 50;

    private final Ledger ledger;
    private final LedgerReading reading;
    private final Run run;
    private @Nullable Queue<LanePages> turns;

    StagedMappingReader(Ledger ledger, LedgerReading reading, Run run) {
        this.ledger = ledger;
        this.reading = reading;
        this.run = run;
    }

    @Override
    public @Nullable LedgerEntry read() {
        if (turns == null) {
            turns = new ArrayDeque<>();
            reading.stagedLanes(run).stream().map(LanePages::new).forEach(turns::add);
        }
        while (!turns.isEmpty()) {
            LanePages lane = turns.remove();
            @Nullable LedgerEntry next = lane.next();
            if (next != null) {
                turns.add(lane);
                return next;
            }
        }
        return null;
    }

    /** What is staged in an account and region, read page by page. */
    private final class LanePages {
        private final String lane;
        private final Queue<LedgerEntry> page = new ArrayDeque<>();
        private int nextLine;

        private LanePages(String lane) {
            this.lane = lane;
        }

        private @Nullable LedgerEntry next() {
            if (page.isEmpty()) {
                page.addAll(ledger.staged(run, lane, nextLine, PAGE_SIZE));
            }
            LedgerEntry next = page.poll();
            if (next != null) {
                nextLine = next.line() + 1;
            }
            return next;
        }
    }
}
