package io.catalogimport.job.lanes;

import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LaneUnit.OneLane;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Splits partitions off a step as it claims them, so that Batch's tables have an execution of each lane that this process
 * has worked on, and of no other.
 */
final class LaneSplitter implements StepExecutionSplitter {
    private final String step;
    private final JobRepository repository;
    private final LaneSource lanes;

    LaneSplitter(String step, JobRepository repository, LaneSource lanes) {
        this.step = step;
        this.repository = repository;
        this.lanes = lanes;
    }

    @Override
    public String getStepName() {
        return step;
    }

    /** @param atMost how many partitions may be split off now */
    @Override
    public Set<StepExecution> split(StepExecution manager, int atMost) {
        Set<StepExecution> executions = new LinkedHashSet<>();
        for (LaneUnit unit : lanes.claim(atMost)) {
            StepExecution execution =
                    repository.createStepExecution(step + ":" + unit.name(), manager.getJobExecution());
            if (unit instanceof OneLane lane) {
                execution.getExecutionContext().putString(LanePartitionHandler.LANE, lane.name());
            }
            executions.add(execution);
        }
        return executions;
    }
}
