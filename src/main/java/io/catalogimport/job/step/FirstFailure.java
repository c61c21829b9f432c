package io.catalogimport.job.step;

import io.catalogimport.database.DatabaseOutage;
import io.catalogimport.database.LocksLostException;
import io.catalogimport.database.UnusableDatabaseException;
import io.catalogimport.ledger.ProcessLocks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.FatalStepExecutionException;
import org.springframework.batch.core.step.StepExecution;

/** Remembers what ended the run: Batch keeps only its text, and a later step does not see it. Thread-safe. */
public final class FirstFailure implements StepExecutionListener {
    private final ProcessLocks locks;
    private @Nullable Throwable failure;

    public FirstFailure(ProcessLocks locks) {
        this.locks = locks;
    }

    @Override
    public synchronized @Nullable ExitStatus afterStep(StepExecution step) {
        if (step.getStatus().isUnsuccessful()) {
            step.getFailureExceptions().stream()
                    .map(FirstFailure::unwrapped)
                    .findFirst()
                    .ifPresent(this::remember);
        }
        return null;
    }

    /** Ends the run, unless something else does so already. */
    public synchronized void remember(Throwable found) {
        if (failure == null) {
            failure = reason(found);
        }
    }

    /** Without its locks, a process may be taken for dead: others change what it works on, and that is no news then. */
    private Throwable reason(Throwable found) {
        if (DatabaseOutage.isBehind(found)) {
            return found;
        }
        try {
            locks.requireHeld();
            return found;
        } catch (LocksLostException | UnusableDatabaseException e) {
            e.addSuppressed(found);
            return e;
        }
    }

    public synchronized Optional<Throwable> get() {
        return Optional.ofNullable(failure);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof FatalStepExecutionException && cause != null ? cause : failure;
    }
}
