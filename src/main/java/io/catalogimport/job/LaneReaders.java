package io.catalogimport.job;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.Run;

/** Makes the readers of partitions. */
final class LaneReaders {
    private final Ledger ledger;
    private final Run run;
    private final CurrentStart start;
    private final CallerIdentity caller;
    private final FollowedImports followed = new FollowedImports();

    LaneReaders(Ledger ledger, Run run, CurrentStart start, CallerIdentity caller) {
        this.ledger = ledger;
        this.run = run;
        this.start = start;
        this.caller = caller;
    }

    InFlightReader inFlight(Partition partition) {
        return new InFlightReader(ledger, run, start, followed, caller, partition);
    }

    StagedMappingReader staged(Partition partition) {
        return new StagedMappingReader(ledger, run, partition.name());
    }

    ReadyMappingReader ready(Partition partition, ImportTally tally, ClosedLanes closed) {
        return new ReadyMappingReader(inFlight(partition), ledger, run, tally, closed, partition);
    }
}
