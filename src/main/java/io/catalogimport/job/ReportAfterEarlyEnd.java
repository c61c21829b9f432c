package io.catalogimport.job;

import io.catalogimport.database.DatabaseOutage;
import io.catalogimport.job.report.ReportConfiguration;
import io.catalogimport.job.report.RunReport;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.report.ResultsException;
import io.catalogimport.run.LockedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Writes the results of a run that was stopped or failed before its report step. A transition from a failed step to the
 * report step would not do: Batch marks the failed step ABANDONED then, and never starts it again.
 */
final class ReportAfterEarlyEnd implements JobExecutionListener {
    private static final Logger log = LoggerFactory.getLogger(ReportAfterEarlyEnd.class);

    private final RunReport report;
    private final FirstFailure failure;

    ReportAfterEarlyEnd(RunReport report, FirstFailure failure) {
        this.report = report;
        this.failure = failure;
    }

    @Override
    public void afterJob(JobExecution execution) {
        boolean reported = execution.getStepExecutions().stream()
                .anyMatch(step -> step.getStepName().equals(ReportConfiguration.STEP));
        // Without the database there is nothing to report from, and looking for it takes its time. A start that another
        // process has kept from beginning has nothing to report.
        if (reported
                || failure.get().filter(DatabaseOutage::isBehind).isPresent()
                || failure.get().filter(LockedException.class::isInstance).isPresent()) {
            return;
        }
        try {
            report.write(execution);
        } catch (ResultsException e) {
            log.error("{}", e.getMessage());
        }
    }
}
