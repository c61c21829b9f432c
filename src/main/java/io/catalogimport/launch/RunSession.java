package io.catalogimport.launch;

import io.catalogimport.run.PauseGate;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunPausedException;
import java.time.Duration;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs the job within this process, and again after each outage of the database that is over in time. */
public final class RunSession {
    private final RunApplication application;
    private final Duration databasePatience;

    /**
     * Of one run.
     *
     * @param databasePatience how long to wait for a database that goes away in the middle
     */
    public RunSession(RunApplication application, Duration databasePatience) {
        this.application = application;
        this.databasePatience = databasePatience;
    }

    /** What is done with the application once it is started. */
    @FunctionalInterface
    public interface Attempt<T> {
        T with(ApplicationContext context) throws JobExecutionException;
    }

    /**
     * Starts the application for an attempt, until one ends without an outage.
     *
     * @throws RunPausedException if the run is to import and is paused
     */
    public <T> T run(RunOptions options, Attempt<T> attempt) throws JobExecutionException {
        OutageWatch outage = new OutageWatch(application, databasePatience);
        RunOptions asked = options;
        boolean hasBegun = false;
        while (true) {
            try (ConfigurableApplicationContext context = application.start(asked)) {
                outage.isOver();
                if (!hasBegun) {
                    context.getBean(PauseGate.class).requireOpen();
                    hasBegun = true;
                }
                return attempt.with(context);
            } catch (RuntimeException e) {
                if (!outage.mayGoOnAfter(e)) {
                    throw e;
                }
                // A session of our own whose end the server has not noticed yet may still hold the locks.
                asked = options.withLockWait(longer(options.lockWait(), databasePatience));
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
