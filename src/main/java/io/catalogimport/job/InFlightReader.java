package io.catalogimport.job;

import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads, each once, the mappings that earlier starts, of this file or another, have left in flight in a lane; of a lane
 * that another process has, none.
 */
final class InFlightReader implements ItemReader<LedgerEntry> {
    private final Ledger ledger;
    private final Run run;
    private final LaneLocks locks;
    private final @Nullable String lane;
    private @Nullable Queue<LedgerEntry> left;

    /** @param lane null for the whole file */
    InFlightReader(Ledger ledger, Run run, LaneLocks locks, @Nullable String lane) {
        this.ledger = ledger;
        this.run = run;
        this.locks = locks;
        this.lane = lane;
    }

    /** Before anything is done in AWS, the lane is locked against other processes. */
    @Override
    public @Nullable LedgerEntry read() {
        if (left == null) {
            left = new ArrayDeque<>();
            if (locks.take(lane)) {
                left.addAll(ledger.inFlight(run, lane));
            }
        }
        return left.poll();
    }
}
