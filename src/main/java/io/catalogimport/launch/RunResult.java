package io.catalogimport.launch;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.ledger.Workers.Worker;
import io.catalogimport.report.RunOutcome;
import java.util.List;
import java.util.Optional;

/**
 * How a start ended.
 *
 * @param failure what ended it, where the outcome is FAILED
 * @param lockedLanes of each lane that another process has, who that is
 * @param otherWorkers those that share the run and go on with it
 * @param owners the users and roles, by ARN, that imported something in this start and so own it
 */
public record RunResult(
        RunOutcome outcome,
        Optional<Throwable> failure,
        StateCounts rows,
        List<Obstacle> obstacles,
        List<String> lockedLanes,
        List<Worker> otherWorkers,
        List<String> owners) {
    /** Whether nothing but rejected rows is left. Each of them needs a person. */
    public boolean onlyRejectedAreLeft() {
        return rows.of(MappingState.REJECTED) > 0
                && rows.of(MappingState.SETTLED) + rows.of(MappingState.REJECTED) == rows.total();
    }
}
