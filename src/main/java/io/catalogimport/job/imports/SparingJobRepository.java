package io.catalogimport.job.imports;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Batch's job repository for a lane's step. Batch saves a step after each chunk, here after each row, with two commits.
 * The ledger has what a restart needs, so the counters are saved now and then, and exactly at the step's end. After the
 * death of the process, they may lack the latest rows.
 */
final class SparingJobRepository implements JobRepository {
    /** After so many rows the counters are saved. */
    private static final int ROWS = 20;

    private final JobRepository repository;

    SparingJobRepository(JobRepository repository) {
        this.repository = repository;
    }

    @Override
    public void update(StepExecution step) {
        if (isToBeSaved(step)) {
            repository.update(step);
        }
    }

    @Override
    public void updateExecutionContext(StepExecution step) {
        if (isToBeSaved(step)) {
            repository.updateExecutionContext(step);
        }
    }

    private static boolean isToBeSaved(StepExecution step) {
        return step.getEndTime() != null || step.getCommitCount() % ROWS == 0;
    }

    @Override
    public void update(JobExecution job) {
        repository.update(job);
    }

    @Override
    public void updateExecutionContext(JobExecution job) {
        repository.updateExecutionContext(job);
    }

    @Override
    public JobInstance createJobInstance(String jobName, JobParameters parameters) {
        return repository.createJobInstance(jobName, parameters);
    }
}
