package io.catalogimport.job.imports;

import io.catalogimport.job.lanes.Partition;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.ImportTally;
import java.util.Optional;

/** Finds what to import next in a partition, in file order, as far as the limits allow. */
final class NextImports {
    private final Ledger ledger;
    private final Run run;
    private final ImportTally tally;
    private final ClosedLanes closed;

    NextImports(Ledger ledger, Run run, ImportTally tally, ClosedLanes closed) {
        this.ledger = ledger;
        this.run = run;
        this.tally = tally;
        this.closed = closed;
    }

    /** Empty in a lane in which something is still in flight, or that cannot be reached. */
    Optional<LedgerEntry> in(Partition partition) {
        return switch (tally.beginning()) {
            case ANY -> ledger.nextReady(run, partition.lane(), closed.all());
            case AGAIN -> ledger.nextTakenBack(run, partition.lane(), closed.all(), tally.since());
            case NONE -> Optional.empty();
        };
    }
}
