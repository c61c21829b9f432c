package io.catalogimport.launch;

import io.catalogimport.job.ImportJobConfiguration;
import io.catalogimport.job.lanes.LanePatience;
import io.catalogimport.job.report.ReportConfiguration;
import io.catalogimport.job.report.RunReport;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.ledger.Workers.Worker;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.RunMembership;
import io.catalogimport.run.RunOptions;
import io.catalogimport.run.RunProgress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Starts the job for the mapping file, or restarts it where it stopped, whatever became of the process before. */
public final class RunLauncher {
    /** The job parameter that identifies a run. Stored. */
    static final String DIGEST = "mapping-file.sha256";

    /** The job parameter that tells apart the workers that share a run. Stored. */
    static final String WORKER = "worker";

    private final JobOperator operator;
    private final JobRepository repository;
    private final ExecutionRecovery recovery;
    private final Job job;
    private final RunOptions options;
    private final Run run;
    private final RunMembership membership;
    private final LanePatience lanes;
    private final RunReport report;
    private final FirstFailure failure;
    private final Figures ledger;
    private final RunProgress progress;

    RunLauncher(
            JobOperator operator,
            JobRepository repository,
            ExecutionRecovery recovery,
            Job job,
            RunOptions options,
            Run run,
            RunMembership membership,
            LanePatience lanes,
            RunReport report,
            FirstFailure failure,
            Figures ledger,
            RunProgress progress) {
        this.operator = operator;
        this.repository = repository;
        this.recovery = recovery;
        this.job = job;
        this.options = options;
        this.run = run;
        this.membership = membership;
        this.lanes = lanes;
        this.report = report;
        this.failure = failure;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** The lock that a process holds while it works on an execution with these parameters. */
    static String lockName(JobParameters parameters) {
        String digest = String.valueOf(parameters.getString(DIGEST));
        String worker = parameters.getString(WORKER);
        return worker == null ? LockNames.run(digest) : LockNames.worker(digest, worker);
    }

    /**
     * Runs until the job ends.
     *
     * @throws LockedException if another process works on the same content
     */
    public RunResult run() throws JobExecutionException {
        membership.enter();
        JobParameters parameters = parameters();
        Optional<JobExecution> completed = recovered(parameters);
        recovery.recoverOthers(provenDead());
        if (completed.isPresent()) {
            return result(report.write(completed.get()), Optional.empty());
        }
        if (options.lanes().shared() && isDone()) {
            return result(report.write(options.startedAt()), Optional.empty());
        }
        JobExecution execution = operator.start(job, parameters);
        if (options.lanes().shared()) {
            // Workers that died meanwhile: nobody may start again to do it.
            recovery.recoverOthers(provenDead());
        }
        RunOutcome outcome = outcome(execution);
        return result(outcome, outcome == RunOutcome.FAILED ? failure(execution) : Optional.empty());
    }

    /** Workers that come when all is done have nothing to do, not even to read the file. */
    private boolean isDone() {
        StateCounts counts = ledger.counts(run);
        return counts.total() > 0 && counts.of(MappingState.DONE) == counts.total();
    }

    /** With others that share the run, no process can have it for itself; taking its lock to see that would stop them. */
    private String provenDead() {
        return options.lanes().shared() ? LockNames.run(run.digest()) : "";
    }

    /** Takes up what an earlier start left; its last execution, if that has completed the run. */
    private Optional<JobExecution> recovered(JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(ImportJobConfiguration.JOB, parameters);
        if (instance == null) {
            return Optional.empty();
        }
        if (recovery.recover(instance) > 0) {
            progress.recovered(ledger.counts(run));
        }
        return Optional.ofNullable(repository.getLastJobExecution(instance))
                .filter(last -> last.getStatus() == BatchStatus.COMPLETED);
    }

    /**
     * Writes the results as the ledger has them now, without running anything.
     *
     * @return false if the ledger has no rows of this file, so that nothing is written
     */
    public boolean writeResultsAgain() {
        boolean isStaged = ledger.counts(run).total() > 0;
        if (isStaged) {
            report.write(options.startedAt());
        }
        return isStaged;
    }

    /** The file's content identifies the run; where it lay and what was asked for is only kept for people to see. */
    private JobParameters parameters() {
        JobParametersBuilder parameters = new JobParametersBuilder();
        if (options.lanes().shared()) {
            parameters.addString(WORKER, membership.worker());
        }
        return parameters
                .addString(DIGEST, run.digest())
                .addString("mapping-file", options.file().path().toString(), false)
                .addString("command", options.command().name().toLowerCase(Locale.ROOT), false)
                .toJobParameters();
    }

    private RunResult result(RunOutcome outcome, Optional<Throwable> failure) {
        List<Worker> others = membership.others();
        List<Obstacle> obstacles = ledger.obstacles(run, !others.isEmpty());
        return new RunResult(outcome, failure, ledger.counts(run), obstacles, lanes.refusals(), others);
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
}
