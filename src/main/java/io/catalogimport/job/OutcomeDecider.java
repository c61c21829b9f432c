package io.catalogimport.job;

import io.catalogimport.report.RunOutcome;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.step.StepExecution;

/** How the job ends: as the outcome says that the report step has left as its exit code. */
final class OutcomeDecider implements JobExecutionDecider {
    @Override
    public FlowExecutionStatus decide(JobExecution job, @Nullable StepExecution report) {
        String exitCode = Objects.requireNonNull(report).getExitStatus().getExitCode();
        return new FlowExecutionStatus(RunOutcome.valueOf(exitCode).ending().name());
    }
}
