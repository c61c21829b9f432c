package io.catalogimport.job.imports;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.job.lanes.Partition;
import io.catalogimport.job.validate.StagedMappingReader;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.ImportTally;

/** Makes the readers of partitions. */
public final class LaneReaders {
    private final Ledger ledger;
    private final WorkQueue queue;
    private final Run run;
    private final CurrentStart start;
    private final CallerIdentity caller;
    private final FollowedImports followed = new FollowedImports();

    public LaneReaders(Ledger ledger, WorkQueue queue, Run run, CurrentStart start, CallerIdentity caller) {
        this.ledger = ledger;
        this.queue = queue;
        this.run = run;
        this.start = start;
        this.caller = caller;
    }

    public InFlightReader inFlight(Partition partition) {
        return new InFlightReader(ledger, queue, run, start, followed, caller, partition);
    }

    public StagedMappingReader staged(Partition partition) {
        return new StagedMappingReader(queue, run, partition.name());
    }

    public ReadyMappingReader ready(Partition partition, ImportTally tally, ClosedLanes closed) {
        return new ReadyMappingReader(inFlight(partition), queue, run, tally, closed, partition);
    }
}
