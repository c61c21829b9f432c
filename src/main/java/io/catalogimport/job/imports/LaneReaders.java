package io.catalogimport.job.imports;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.job.lanes.Partition;
import io.catalogimport.job.validate.StagedMappingReader;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.ImportTally;

/** Makes the readers of partitions. */
public final class LaneReaders {
    private final Ledger ledger;
    private final Run run;
    private final CurrentStart start;
    private final CallerIdentity caller;
    private final FollowedImports followed = new FollowedImports();

    public LaneReaders(Ledger ledger, Run run, CurrentStart start, CallerIdentity caller) {
        this.ledger = ledger;
        this.run = run;
        this.start = start;
        this.caller = caller;
    }

    public InFlightReader inFlight(Partition partition) {
        return new InFlightReader(ledger, run, start, followed, caller, partition);
    }

    public StagedMappingReader staged(Partition partition) {
        return new StagedMappingReader(ledger, run, partition.name());
    }

    public ReadyMappingReader ready(Partition partition, ImportTally tally, ClosedLanes closed) {
        return new ReadyMappingReader(inFlight(partition), ledger, run, tally, closed, partition);
    }
}
