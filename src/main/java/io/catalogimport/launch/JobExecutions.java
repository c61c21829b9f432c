package io.catalogimport.launch;

import io.catalogimport.job.ImportJobConfiguration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** The executions of the job in Spring Batch's tables: those that earlier processes left, and the next one. */
final class JobExecutions {
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;
    private final ExecutionRecovery recovery;

    JobExecutions(JobOperator operator, JobRepository repository, Job job, ExecutionRecovery recovery) {
        this.operator = operator;
        this.repository = repository;
        this.job = job;
        this.recovery = recovery;
    }

    /**
     * Ends what an earlier process with these parameters left open.
     *
     * @return whether there was anything
     */
    boolean recover(JobParameters parameters) {
        JobInstance instance = instance(parameters);
        return instance != null && recovery.recover(instance) > 0;
    }

    /** Ends what died of other files and of other workers; see {@link ExecutionRecovery#recoverOthers}. */
    void recoverOthers(String proven) {
        recovery.recoverOthers(proven);
    }

    /** The last execution, if it has completed the run. */
    Optional<JobExecution> completed(JobParameters parameters) {
        return Optional.ofNullable(instance(parameters))
                .map(repository::getLastJobExecution)
                .filter(last -> last.getStatus() == BatchStatus.COMPLETED);
    }

    /** Lets a run go on that was complete. Batch starts no job again that has completed. */
    void reopen(JobExecution completed) {
        completed.setStatus(BatchStatus.STOPPED);
        repository.update(completed);
    }

    private @Nullable JobInstance instance(JobParameters parameters) {
        return repository.getJobInstance(ImportJobConfiguration.JOB, parameters);
    }

    /** Starts the job, or restarts it where it stopped, and returns when it has ended. */
    JobExecution start(JobParameters parameters) throws JobExecutionException {
        return operator.start(job, parameters);
    }
}
