package io.catalogimport.job.imports;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.job.validate.StagedMappingReader;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.ImportTally;

/** Makes the readers of lanes. */
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

    public InFlightReader inFlight(LaneUnit unit) {
        return new InFlightReader(ledger, queue, run, start, followed, caller, unit);
    }

    public StagedMappingReader staged(OneLane lane) {
        return new StagedMappingReader(queue, run, lane);
    }

    public ReadyMappingReader ready(LaneUnit unit, ImportTally tally, ClosedLanes closed) {
        return new ReadyMappingReader(inFlight(unit), queue, run, tally, closed, unit);
    }
}
