package io.catalogimport.job;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Batch begins no further step in a job that is stopped; the results are written all the same. */
final class ReportAfterStop implements JobExecutionListener {
    private final RunReport report;

    ReportAfterStop(RunReport report) {
        this.report = report;
    }

    @Override
    public void afterJob(JobExecution execution) {
        boolean reported = execution.getStepExecutions().stream()
                .anyMatch(step -> step.getStepName().equals(ImportJobConfiguration.REPORT));
        if (execution.getStatus() == BatchStatus.STOPPED && !reported) {
            report.write(execution);
        }
    }
}
