package io.catalogimport.job.imports;

import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.run.ImportTally;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Reads what a worker that died has left in flight in a partition, and then what is to be imported next, in file order,
 * leaving out lanes in which something is still in flight or that cannot be reached. The ledger is asked anew for each
 * one, because it alone knows.
 */
final class ReadyMappingReader implements ItemReader<LedgerEntry> {
    private final InFlightReader inFlight;
    private final WorkQueue queue;
    private final Run run;
    private final ImportTally tally;
    private final ClosedLanes closed;
    private final LaneUnit unit;

    ReadyMappingReader(
            InFlightReader inFlight, WorkQueue queue, Run run, ImportTally tally, ClosedLanes closed, LaneUnit unit) {
        this.inFlight = inFlight;
        this.queue = queue;
        this.run = run;
        this.tally = tally;
        this.closed = closed;
        this.unit = unit;
    }

    @Override
    public @Nullable LedgerEntry read() {
        LedgerEntry left = inFlight.read();
        if (left != null) {
            return left;
        }
        return next().orElse(null);
    }

    private Optional<LedgerEntry> next() {
        return switch (tally.beginning()) {
            case ANY -> queue.nextReady(run, unit, closed.all());
            case AGAIN -> queue.nextTakenBack(run, unit, closed.all(), tally.since());
            case NONE -> Optional.empty();
        };
    }
}
