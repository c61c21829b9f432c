package io.catalogimport.job.imports;

import io.catalogimport.ledger.LaneHistory;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.run.RunContext;
import io.catalogimport.run.RunMembership;
import java.util.List;
import java.util.Optional;

/** Says which import of another worker this one follows, because that worker no longer holds the lane. */
final class LaneTakeover {
    private final LaneHistory history;
    private final RunMembership membership;
    private final RunContext context;

    LaneTakeover(LaneHistory history, RunMembership membership, RunContext context) {
        this.history = history;
        this.membership = membership;
        this.context = context;
    }

    /** Announces an import that was found in flight. */
    void announce(LaneUnit unit, LedgerEntry found) {
        if (!context.options().lanes().shared()) {
            return;
        }
        Optional<String> worker = history.workerBefore(List.of(
                ImportsConfiguration.FOLLOW + ":" + unit.name(), ImportsConfiguration.IMPORT + ":" + unit.name()));
        // After an outage of the database, a worker meets its own imports again.
        if (!worker.equals(Optional.of(membership.worker()))) {
            context.progress()
                    .note("Taking over lane " + unit.name() + " from "
                            + worker.map(RunMembership::words).orElse("a process that no longer holds it")
                            + ": following line " + found.line() + ", stack "
                            + found.mapping().stackArn().stackName() + ", which is " + found.state() + ".");
        }
    }
}
