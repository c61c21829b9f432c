package io.catalogimport.job.imports;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.job.lanes.Partition;
import io.catalogimport.ledger.Ledger;
import io.catalogimport.run.RunContext;

/** Makes the readers of partitions. */
record LaneReaders(
        Ledger ledger, RunContext context, FollowedImports followed, CallerIdentity caller, NextImports imports) {
    InFlightReader inFlight(Partition partition) {
        return new InFlightReader(this, partition);
    }

    ReadyMappingReader ready(Partition partition) {
        return new ReadyMappingReader(inFlight(partition), imports, partition);
    }
}
