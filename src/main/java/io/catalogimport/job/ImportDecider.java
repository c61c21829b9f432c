package io.catalogimport.job;

import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.step.StepExecution;

/** Whether this is a plan, which leaves out the steps that are an import's. */
final class ImportDecider implements JobExecutionDecider {
    static final String IMPORT = "IMPORT";
    static final String PLAN = "PLAN";

    private final RunOptions options;

    ImportDecider(RunOptions options) {
        this.options = options;
    }

    @Override
    public FlowExecutionStatus decide(JobExecution job, @Nullable StepExecution step) {
        return new FlowExecutionStatus(options.command() == RunCommand.PLAN ? PLAN : IMPORT);
    }
}
