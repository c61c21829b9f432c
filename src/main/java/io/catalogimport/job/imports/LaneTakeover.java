package io.catalogimport.job.imports;

import io.catalogimport.ledger.LaneHistory;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.run.RunContext;
import io.catalogimport.run.WorkerName;
import java.util.List;
import java.util.Optional;

/** Says which import of another worker this one follows, because that worker no longer holds the lane. */
final class LaneTakeover {
    private final LaneHistory history;
    private final RunContext context;

    LaneTakeover(LaneHistory history, RunContext context) {
        this.history = history;
        this.context = context;
    }

    /** Announces an import that was found in flight. */
    void announce(LaneUnit unit, LedgerEntry found) {
        if (!context.options().lanes().shared()) {
            return;
        }
        Optional<WorkerName> worker = history.workerBefore(List.of(
                        ImportsConfiguration.FOLLOW + ":" + unit.name(),
                        ImportsConfiguration.IMPORT + ":" + unit.name()))
                .map(WorkerName::new);
        // After an outage of the database, a worker meets its own imports again.
        if (!worker.equals(Optional.of(WorkerName.ofThisProcess(context.options())))) {
            context.progress()
                    .note("Taking over lane " + unit.name() + " from "
                            + worker.map(WorkerName::words).orElse("a process that no longer holds it")
                            + ": following line " + found.line() + ", stack "
                            + found.mapping().stackArn().stackName() + ", which is " + found.state() + ".");
        }
    }
}
