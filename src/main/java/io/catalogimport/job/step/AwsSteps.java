package io.catalogimport.job.step;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;

/**
 * Begins steps that wait for AWS. They have no transaction, because the ledger commits for itself, and they end early when
 * the run is to stop.
 */
public final class AwsSteps {
    private final FirstFailure failure;
    private final StopPolicy stop;

    AwsSteps(FirstFailure failure, StopPolicy stop) {
        this.failure = failure;
        this.stop = stop;
    }

    /**
     * A step of chunks.
     *
     * @param size rows of a chunk
     */
    public <I, O> ChunkOrientedStepBuilder<I, O> chunks(String name, JobRepository repository, int size) {
        return new StepBuilder(name, repository)
                .<I, O>chunk(size)
                .transactionManager(NoTransaction.manager())
                .listener(failure)
                .interruptionPolicy(stop);
    }
}
