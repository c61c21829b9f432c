package io.catalogimport.job.report;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes the results; the step's exit code is the run's outcome, by which the job ends. */
final class ReportTasklet implements Tasklet {
    private final RunReport report;

    ReportTasklet(RunReport report) {
        this.report = report;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        var execution = contribution.getStepExecution().getJobExecution();
        contribution.setExitStatus(new ExitStatus(report.write(execution).name()));
        return RepeatStatus.FINISHED;
    }
}
