package io.catalogimport.job.step;

import io.catalogimport.run.StopRequest;
import java.util.Optional;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Ends a step between two chunks when the run is to stop, as STOPPED and restartable; or when another lane has failed in
 * a way that ends the run. {@code JobOperator.stop} is not used: it races with the step's own updates (spring-batch
 * #5120) and can leave the execution UNKNOWN.
 */
public final class StopPolicy implements StepInterruptionPolicy {
    private final StopRequest stop;
    private final FirstFailure failure;

    public StopPolicy(StopRequest stop, FirstFailure failure) {
        this.stop = stop;
        this.failure = failure;
    }

    /** Whether the user or the system asked the run to stop. */
    public boolean isRequested() {
        return stop.isRequested();
    }

    /** What ended the run, if it was an error. */
    public Optional<Throwable> failure() {
        return failure.get();
    }

    /** Whether no further chunk is to begin, for any reason. */
    public boolean isToStop() {
        return isRequested() || failure().isPresent() || Thread.currentThread().isInterrupted();
    }

    @Override
    public void checkInterrupted(StepExecution stepExecution) throws JobInterruptedException {
        if (isToStop()) {
            stepExecution.setTerminateOnly();
            throw new JobInterruptedException("The run has been asked to stop");
        }
    }
}
