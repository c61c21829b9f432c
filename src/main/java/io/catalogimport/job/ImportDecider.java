package io.catalogimport.job;

import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.step.StepExecution;

/** After validation: whether anything is to be imported at all. */
final class ImportDecider implements JobExecutionDecider {
    static final String IMPORT = "IMPORT";
    static final String REPORT = "REPORT";

    private final RunOptions options;
    private final LedgerReading ledger;
    private final Run run;

    ImportDecider(RunOptions options, LedgerReading ledger, Run run) {
        this.options = options;
        this.ledger = ledger;
        this.run = run;
    }

    @Override
    public FlowExecutionStatus decide(JobExecution job, @Nullable StepExecution step) {
        boolean heldBack = options.strict() && ledger.counts(run).of(MappingState.REJECTED) > 0;
        return new FlowExecutionStatus(options.command() == RunCommand.PLAN || heldBack ? REPORT : IMPORT);
    }
}
