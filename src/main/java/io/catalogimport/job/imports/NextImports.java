package io.catalogimport.job.imports;

import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.run.ImportTally;
import io.catalogimport.run.PauseGate;
import java.util.Optional;

/** Finds what to import next in a unit, in file order, as far as the limits allow. */
final class NextImports {
    private final WorkQueue queue;
    private final Run run;
    private final ImportTally tally;
    private final ClosedLanes closed;
    private final PauseGate gate;

    NextImports(WorkQueue queue, Run run, ImportTally tally, ClosedLanes closed, PauseGate gate) {
        this.queue = queue;
        this.run = run;
        this.tally = tally;
        this.closed = closed;
        this.gate = gate;
    }

    /** Empty in a lane in which something is still in flight, or that cannot be reached. Waits while the run is paused. */
    Optional<LedgerEntry> in(LaneUnit unit) {
        if (!gate.awaitOpen()) {
            return Optional.empty();
        }
        return switch (tally.beginning()) {
            case ANY -> queue.nextReady(run, unit, closed.all());
            case AGAIN -> queue.nextTakenBack(run, unit, closed.all(), tally.since());
            case NONE -> Optional.empty();
        };
    }
}
