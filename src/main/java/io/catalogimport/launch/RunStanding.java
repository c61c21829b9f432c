package io.catalogimport.launch;

import io.catalogimport.job.lanes.LanePatience;
import io.catalogimport.job.report.ReportConfiguration;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.ledger.Workers.Worker;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.RunMembership;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** How the run stands: its rows in the ledger, what is in its way, and which other processes work on it. */
final class RunStanding {
    private final Run run;
    private final Figures figures;
    private final RunMembership membership;
    private final LanePatience lanes;
    private final FirstFailure failure;
    private final ImportOwners owners;

    RunStanding(
            Run run,
            Figures figures,
            RunMembership membership,
            LanePatience lanes,
            FirstFailure failure,
            ImportOwners owners) {
        this.run = run;
        this.figures = figures;
        this.membership = membership;
        this.lanes = lanes;
        this.failure = failure;
        this.owners = owners;
    }

    /** The rows of the run. */
    StateCounts rows() {
        return figures.counts(run);
    }

    /** Whether nothing is left to be done. */
    boolean isDone() {
        StateCounts rows = rows();
        return rows.total() > 0 && rows.of(MappingState.SETTLED) == rows.total();
    }

    /** The result of a start that ended with this execution. */
    RunResult after(JobExecution execution) {
        RunOutcome outcome = outcome(execution);
        return after(outcome, outcome == RunOutcome.FAILED ? failure(execution) : Optional.empty());
    }

    private static RunOutcome outcome(JobExecution execution) {
        Optional<StepExecution> reported = execution.getStepExecutions().stream()
                .filter(step -> step.getStepName().equals(ReportConfiguration.STEP))
                .filter(step -> step.getStatus() == BatchStatus.COMPLETED)
                .findFirst();
        if (reported.isPresent()) {
            return RunOutcome.valueOf(reported.get().getExitStatus().getExitCode());
        }
        return execution.getStatus() == BatchStatus.STOPPED ? RunOutcome.STOPPED : RunOutcome.FAILED;
    }

    private Optional<Throwable> failure(JobExecution execution) {
        return failure.get()
                .or(() -> execution.getAllFailureExceptions().stream().findFirst());
    }

    /** The result of a start that ran nothing. */
    RunResult after(RunOutcome outcome) {
        return after(outcome, Optional.empty());
    }

    private RunResult after(RunOutcome outcome, Optional<Throwable> failure) {
        List<Worker> others = membership.others();
        List<Obstacle> obstacles = figures.obstacles(run, !others.isEmpty());
        return new RunResult(outcome, failure, rows(), obstacles, lanes.refusals(), others, owners.arns());
    }
}
