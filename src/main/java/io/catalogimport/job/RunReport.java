package io.catalogimport.job;

import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.Results;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.report.RunSummary;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** Says how the run stands and writes the results. */
final class RunReport {
    private final RunOptions options;
    private final Run run;
    private final LedgerReading ledger;
    private final Results results;
    private final ImportTally tally;
    private final FirstFailure failure;
    private final Clock clock;

    RunReport(
            RunOptions options,
            Run run,
            LedgerReading ledger,
            Results results,
            ImportTally tally,
            FirstFailure failure,
            Clock clock) {
        this.options = options;
        this.run = run;
        this.ledger = ledger;
        this.results = results;
        this.tally = tally;
        this.failure = failure;
        this.clock = clock;
    }

    /** Writes the results as they are now and returns the outcome. */
    RunOutcome write(JobExecution execution) {
        StateCounts counts = ledger.counts(run);
        RunOutcome outcome = outcome(execution, counts);
        results.write(run, summary(execution, counts, outcome));
        return outcome;
    }

    private RunOutcome outcome(JobExecution execution, StateCounts counts) {
        if (failure.get().isPresent()) {
            return RunOutcome.FAILED;
        }
        if (execution.getStatus() == BatchStatus.STOPPED || execution.getStatus() == BatchStatus.STOPPING) {
            return RunOutcome.STOPPED;
        }
        if (options.command() == RunCommand.PLAN) {
            return counts.of(MappingState.REJECTED) == 0 ? RunOutcome.PLANNED : RunOutcome.PLANNED_WITH_REJECTIONS;
        }
        if (counts.of(MappingState.DONE) == counts.total()) {
            return RunOutcome.COMPLETE;
        }
        return halted(counts);
    }

    private RunOutcome halted(StateCounts counts) {
        Halt halt = tally.halt();
        if (halt == Halt.FAILURE_BUDGET_EXCEEDED) {
            return RunOutcome.FAILURE_BUDGET_EXCEEDED;
        }
        if (counts.of(MappingState.IN_FLIGHT) > 0) {
            return RunOutcome.LANE_BLOCKED;
        }
        boolean readyIsLeft = counts.of(MappingState.READY) > 0;
        if (readyIsLeft && halt == Halt.LIMIT_REACHED) {
            return RunOutcome.LIMIT_REACHED;
        }
        boolean heldBack = options.strict() && counts.of(MappingState.REJECTED) > 0;
        return readyIsLeft && !heldBack ? RunOutcome.LANE_BLOCKED : RunOutcome.INCOMPLETE;
    }

    private RunSummary summary(JobExecution execution, StateCounts counts, RunOutcome outcome) {
        return new RunSummary(
                RunSummary.SCHEMA_VERSION,
                options.command().name().toLowerCase(Locale.ROOT),
                new RunSummary.MappingFileSummary(options.file().path().toString(), run.digest()),
                outcome,
                failure.get().map(Throwable::getMessage).orElse(null),
                Objects.requireNonNull(execution.getStartTime())
                        .atZone(ZoneId.systemDefault())
                        .toInstant(),
                clock.instant(),
                counts.total(),
                counts.byState(),
                ledger.obstacles(run));
    }
}
