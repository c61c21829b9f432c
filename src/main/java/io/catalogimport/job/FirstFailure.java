package io.catalogimport.job;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.FatalStepExecutionException;
import org.springframework.batch.core.step.StepExecution;

/** Remembers what ended the run: Batch keeps only its text, and a later step does not see it. Thread-safe. */
final class FirstFailure implements StepExecutionListener {
    private @Nullable Throwable failure;

    @Override
    public synchronized @Nullable ExitStatus afterStep(StepExecution step) {
        if (failure == null && step.getStatus().isUnsuccessful()) {
            remember(step.getFailureExceptions());
        }
        return null;
    }

    private void remember(List<Throwable> failures) {
        failures.stream().map(FirstFailure::unwrapped).findFirst().ifPresent(found -> failure = found);
    }

    synchronized Optional<Throwable> get() {
        return Optional.ofNullable(failure);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof FatalStepExecutionException && cause != null ? cause : failure;
    }
}
