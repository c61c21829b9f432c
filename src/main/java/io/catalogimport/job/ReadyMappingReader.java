package io.catalogimport.job;

import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads what is to be imported next, in file order, leaving out lanes in which something is still in flight, that
 * another process has, or that cannot be reached. The ledger is asked anew for each one, because it alone knows.
 */
final class ReadyMappingReader implements ItemReader<LedgerEntry> {
    private final Ledger ledger;
    private final Run run;
    private final ImportTally tally;
    private final LaneLocks locks;
    private final ClosedLanes closed;
    private final @Nullable String lane;
    private @Nullable Boolean mine;

    /** @param lane null for the whole file */
    ReadyMappingReader(
            Ledger ledger, Run run, ImportTally tally, LaneLocks locks, ClosedLanes closed, @Nullable String lane) {
        this.ledger = ledger;
        this.run = run;
        this.tally = tally;
        this.locks = locks;
        this.closed = closed;
        this.lane = lane;
    }

    @Override
    public @Nullable LedgerEntry read() {
        if (mine == null) {
            mine = locks.take(lane);
        }
        Optional<LedgerEntry> ready = mine ? ledger.nextReady(run, lane, closed.all()) : Optional.empty();
        return ready.isPresent() && tally.mayBegin() ? ready.get() : null;
    }
}
