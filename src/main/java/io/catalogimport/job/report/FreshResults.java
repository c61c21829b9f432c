package io.catalogimport.job.report;

import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.run.RunContext;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Writes the results about every half minute while the run goes on, so that they show what was known if the process is killed. Of
 * several workers that share a run, one does it for all.
 */
public final class FreshResults implements JobExecutionListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FreshResults.class);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    /** So that writing takes at most a twentieth of the time, however many rows there are. */
    private static final int TIMES_ITS_LENGTH = 20;

    private final RunReport report;
    private final RunContext context;
    private final ProcessLocks locks;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "fresh-results");
        thread.setDaemon(true);
        return thread;
    });

    FreshResults(RunReport report, RunContext context, ProcessLocks locks) {
        this.report = report;
        this.context = context;
        this.locks = locks;
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void beforeJob(JobExecution execution) {
        refreshAfter(FIRST);
    }

    @Override
    public void afterJob(JobExecution execution) {
        close();
    }

    /** Also after an outage of the database, in which a job does not always come to its end. */
    @Override
    public void close() {
        timer.shutdown();
    }

    private void refreshAfter(Duration wait) {
        try {
            var unused = timer.schedule(this::refreshAndGoOn, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.trace("The run has ended", e);
        }
    }

    private void refreshAndGoOn() {
        long began = System.nanoTime();
        refresh();
        refreshAfter(waitAfter(Duration.ofNanos(System.nanoTime() - began)));
    }

    /** How long to wait after a refresh that took so long. */
    static Duration waitAfter(Duration took) {
        Duration longer = took.multipliedBy(TIMES_ITS_LENGTH);
        return longer.compareTo(SHORTEST) > 0 ? longer : SHORTEST;
    }

    /** An error here ends nothing: the end of the run reports it, if it is still there. */
    private void refresh() {
        try {
            if (isTurn()) {
                report.refresh(context.options().startedAt());
            }
        } catch (RuntimeException e) {
            log.debug("The results were not refreshed", e);
        }
    }

    private boolean isTurn() {
        return !context.options().lanes().shared()
                || locks.tryLock(LockNames.results(context.run().digest()));
    }
}
