package io.catalogimport.job;

import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.report.RunOutcome;
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
    private final JobOperator operator;
    private final JobRepository repository;
    private final ExecutionRecovery recovery;
    private final Job job;
    private final RunOptions options;
    private final Run run;
    private final ProcessLocks locks;
    private final RunReport report;
    private final FirstFailure failure;
    private final LedgerReading ledger;

    RunLauncher(
            JobOperator operator,
            JobRepository repository,
            ExecutionRecovery recovery,
            Job job,
            RunOptions options,
            Run run,
            ProcessLocks locks,
            RunReport report,
            FirstFailure failure,
            LedgerReading ledger) {
        this.operator = operator;
        this.repository = repository;
        this.recovery = recovery;
        this.job = job;
        this.options = options;
        this.run = run;
        this.locks = locks;
        this.report = report;
        this.failure = failure;
        this.ledger = ledger;
    }

    /**
     * Runs until the job ends.
     *
     * @throws LockedException if another process works on the same content
     */
    public RunResult run() throws JobExecutionException {
        if (!locks.tryLock("run " + run.digest())) {
            throw new LockedException("Another process is working on this mapping file (or a copy of it)."
                    + " Wait until it has ended, then run again.");
        }
        JobParameters parameters = parameters();
        JobInstance instance = repository.getJobInstance(ImportJobConfiguration.JOB, parameters);
        if (instance != null) {
            recovery.recover(instance);
            JobExecution last = repository.getLastJobExecution(instance);
            if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
                return result(report.write(last), Optional.empty());
            }
        }
        JobExecution execution = operator.start(job, parameters);
        RunOutcome outcome = outcome(execution);
        return result(outcome, outcome == RunOutcome.FAILED ? failure(execution) : Optional.empty());
    }

    /** The file's content identifies the run; where it lay and what was asked for is only kept for people to see. */
    private JobParameters parameters() {
        return new JobParametersBuilder()
                .addString("mapping-file.sha256", run.digest())
                .addString("mapping-file", options.file().path().toString(), false)
                .addString("command", options.command().name().toLowerCase(Locale.ROOT), false)
                .toJobParameters();
    }

    private RunResult result(RunOutcome outcome, Optional<Throwable> failure) {
        return new RunResult(outcome, failure, ledger.counts(run), ledger.obstacles(run));
    }

    private static RunOutcome outcome(JobExecution execution) {
        Optional<StepExecution> reported = execution.getStepExecutions().stream()
                .filter(step -> step.getStepName().equals(ImportJobConfiguration.REPORT))
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
