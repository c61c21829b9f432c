package io.catalogimport.job.lanes;

import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.LaneUnit;
import java.util.function.Function;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;

/** Makes steps whose partitions are lanes. */
public final class LanePartitions {
    private final JobRepository repository;
    private final FirstFailure failure;
    private final StopPolicy stop;

    public LanePartitions(JobRepository repository, FirstFailure failure, StopPolicy stop) {
        this.repository = repository;
        this.failure = failure;
        this.stop = stop;
    }

    /**
     * A step that works on lanes as long as there are any.
     *
     * @param parallel how many at a time
     * @param steps makes the step that works on a partition
     * @param preparation what is done before
     */
    public Step step(
            String name,
            int parallel,
            LaneSource lanes,
            Function<LaneUnit, Step> steps,
            StepExecutionListener preparation) {
        PartitionHandler handler = new LanePartitionHandler(lanes, steps, () -> running(parallel));
        return new PartitionStepBuilder(new StepBuilder(name, repository))
                .splitter(new LaneSplitter(name, repository, lanes))
                .partitionHandler(handler)
                .listener(preparation)
                .listener(failure)
                .allowStartIfComplete(true)
                .build();
    }

    private RunningPartitions running(int parallel) {
        return new RunningPartitions(parallel, LaneThreads.oneForEach("lane-"), failure, stop);
    }
}
