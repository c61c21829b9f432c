package io.catalogimport.job.imports;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.run.RunContext;

/** Makes the readers of units. */
record LaneReaders(
        WorkQueue queue,
        Ledger ledger,
        RunContext context,
        FollowedImports followed,
        CallerIdentity caller,
        LaneTakeover takeover,
        NextImports imports,
        ReleasedMeanwhile released) {
    InFlightReader inFlight(LaneUnit unit) {
        return new InFlightReader(this, unit);
    }

    ReadyMappingReader ready(LaneUnit unit) {
        return new ReadyMappingReader(inFlight(unit), imports, released, unit);
    }
}
