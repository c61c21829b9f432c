package io.catalogimport.job.report;

import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.run.RunContext;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Writes the results every half minute while the run goes on, so that they show what was known if the process is killed. Of
 * several workers that share a run, one does it for all.
 */
public final class FreshResults implements JobExecutionListener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FreshResults.class);
    private static final long FIRST = 5;
    private static final long BETWEEN = 30;

    private final RunReport report;
    private final RunContext context;
    private final ProcessLocks locks;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "fresh-results");
        thread.setDaemon(true);
        return thread;
    });

    FreshResults(RunReport report, RunContext context, ProcessLocks locks) {
        this.report = report;
        this.context = context;
        this.locks = locks;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        var unused = timer.scheduleWithFixedDelay(this::refresh, FIRST, BETWEEN, TimeUnit.SECONDS);
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
