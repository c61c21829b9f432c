package io.catalogimport.job.report;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.job.lanes.LanePatience;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.Results;
import io.catalogimport.report.Rows;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.report.RunSummary;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.FileRows;
import io.catalogimport.run.Halt;
import io.catalogimport.run.ImportTally;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunMembership;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.StopRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.batch.core.job.JobExecution;

/** Says how the run stands and writes the results. */
public final class RunReport {
    private static final Set<MappingState> REFUSED = EnumSet.of(MappingState.REJECTED, MappingState.FAILED);
    private static final Set<MappingState> UNTRIED = EnumSet.of(MappingState.STAGED, MappingState.READY);

    private final RunOptions options;
    private final Run run;
    private final Figures ledger;
    private final Results results;
    private final ImportTally tally;
    private final CurrentStart start;
    private final FirstFailure failure;
    private final StopRequest stop;
    private final LanePatience lanes;
    private final RunMembership membership;
    private final Clock clock;

    public RunReport(
            RunOptions options,
            Run run,
            Figures ledger,
            Results results,
            ImportTally tally,
            CurrentStart start,
            FirstFailure failure,
            StopRequest stop,
            LanePatience lanes,
            RunMembership membership,
            Clock clock) {
        this.options = options;
        this.run = run;
        this.ledger = ledger;
        this.results = results;
        this.tally = tally;
        this.start = start;
        this.failure = failure;
        this.stop = stop;
        this.lanes = lanes;
        this.membership = membership;
        this.clock = clock;
    }

    /** Writes the results as they are now and returns the outcome. */
    public RunOutcome write(JobExecution execution) {
        return write(Objects.requireNonNull(execution.getStartTime())
                .atZone(ZoneId.systemDefault())
                .toInstant());
    }

    /** The same, of what began then. Workers that share the run leave it one at a time, so the last one's results stay. */
    public RunOutcome write(Instant startedAt) {
        return membership.leave(others -> write(startedAt, !others.isEmpty()));
    }

    private RunOutcome write(Instant startedAt, boolean othersStay) {
        StateCounts counts = ledger.counts(run);
        boolean isStaged = counts.total() > 0;
        RunOutcome outcome = outcome(counts, isStaged, othersStay);
        Rows rows = isStaged ? consumer -> ledger.forEachRow(run, consumer) : new FileRows(options);
        results.write(run, rows, summary(startedAt, counts, outcome));
        return outcome;
    }

    private RunOutcome outcome(StateCounts counts, boolean isStaged, boolean othersStay) {
        if (failure.get().isPresent()) {
            return RunOutcome.FAILED;
        }
        boolean done = isStaged && counts.of(MappingState.DONE) == counts.total();
        if (options.command() != RunCommand.PLAN && done) {
            return RunOutcome.COMPLETE;
        }
        if (stop.isRequested()) {
            return RunOutcome.STOPPED;
        }
        if (othersStay) {
            return RunOutcome.OTHERS_AT_WORK;
        }
        StateCounts selected = ledger.selectedCounts(run);
        if (options.command() == RunCommand.PLAN) {
            boolean isBlocked = selected.of(REFUSED) > 0 || selected.of(MappingState.IN_FLIGHT) > 0;
            return isBlocked ? refused().orElse(RunOutcome.PLANNED_WITH_REJECTIONS) : RunOutcome.PLANNED;
        }
        return incomplete(counts, selected);
    }

    private RunOutcome incomplete(StateCounts counts, StateCounts selected) {
        Halt halt = tally.halt();
        if (halt == Halt.FAILURE_BUDGET_EXCEEDED) {
            return RunOutcome.FAILURE_BUDGET_EXCEEDED;
        }
        if (counts.of(MappingState.IN_FLIGHT) > 0 || !lanes.refusals().isEmpty()) {
            return RunOutcome.LANE_BLOCKED;
        }
        if (selected.total() == 0) {
            return RunOutcome.NOTHING_SELECTED;
        }
        // Such a start tries no row, so that the reasons of earlier starts are not its outcome.
        if (start.isTimeUp(options.startedAt())) {
            return RunOutcome.TIME_LIMIT_REACHED;
        }
        boolean isRefused = selected.of(REFUSED) > 0;
        Optional<RunOutcome> refused = isRefused ? refused() : Optional.empty();
        if (refused.isPresent()) {
            return refused.get();
        }
        if (selected.of(UNTRIED) == 0) {
            return isRefused ? RunOutcome.INCOMPLETE : RunOutcome.SELECTION_DONE;
        }
        return switch (halt) {
            case HELD_BACK -> RunOutcome.INCOMPLETE;
            // A canary that failed must not look as if the next one should go.
            case LIMIT_REACHED ->
                selected.of(MappingState.FAILED) > 0 ? RunOutcome.INCOMPLETE : RunOutcome.LIMIT_REACHED;
            case TIME_IS_UP -> RunOutcome.TIME_LIMIT_REACHED;
            case NONE, FAILURE_BUDGET_EXCEEDED -> outage().orElse(RunOutcome.LANE_BLOCKED);
        };
    }

    /** What AWS refused is the outcome where trying again may help by itself, or where AWS refused everything. */
    private Optional<RunOutcome> refused() {
        if (ledger.allHaveOnly(run, FailureKind.REFUSALS)) {
            return Optional.of(RunOutcome.ACCESS_REFUSED);
        }
        return outage();
    }

    private Optional<RunOutcome> outage() {
        if (ledger.refusals(run, FailureKind.OUTAGES).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                ledger.allHaveOnly(run, FailureKind.OUTAGES)
                        ? RunOutcome.AWS_UNREACHABLE
                        : RunOutcome.REGION_UNREACHABLE);
    }

    private RunSummary summary(Instant startedAt, StateCounts counts, RunOutcome outcome) {
        return new RunSummary(
                RunSummary.SCHEMA_VERSION,
                options.command().name().toLowerCase(Locale.ROOT),
                new RunSummary.MappingFileSummary(options.file().path().toString(), run.digest()),
                outcome,
                failure.get().map(Throwable::getMessage).orElse(null),
                startedAt,
                clock.instant(),
                counts.total(),
                counts.byState(),
                ledger.obstacles(run),
                options.file().warnings());
    }
}
