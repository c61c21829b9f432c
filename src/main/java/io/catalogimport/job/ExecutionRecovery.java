package io.catalogimport.job;

import io.catalogimport.ledger.ProcessLocks;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Ends, in Batch's books, the executions that died with their process. That the lock of their file is free is the proof
 * that nobody works on them any more.
 */
final class ExecutionRecovery {
    private final JobOperator operator;
    private final JobRepository repository;
    private final ProcessLocks locks;

    ExecutionRecovery(JobOperator operator, JobRepository repository, ProcessLocks locks) {
        this.operator = operator;
        this.repository = repository;
        this.locks = locks;
    }

    /**
     * Makes a job instance startable again whose file is locked by this process.
     *
     * @return how many executions had died
     */
    int recover(JobInstance instance) {
        List<JobExecution> executions = repository.getJobExecutions(instance);
        if (executions.isEmpty()) {
            // Its process died between the two. Batch refuses to start an instance that has none.
            repository.deleteJobInstance(instance);
        }
        List<JobExecution> dead = executions.stream()
                .filter(execution -> execution.isRunning() || execution.getStatus() == BatchStatus.UNKNOWN)
                .toList();
        dead.forEach(this::end);
        executions.forEach(this::endSteps);
        return dead.size();
    }

    /** Ends what died of other files, which may never be started again as they were. */
    void recoverOthers() {
        for (JobExecution found : repository.findRunningJobExecutions(ImportJobConfiguration.JOB)) {
            String lock = RunLauncher.lockName(found.getJobParameters());
            if (locks.tryLock(lock)) {
                JobExecution execution = repository.getJobExecution(found.getId());
                if (execution != null && execution.isRunning()) {
                    end(execution);
                }
                locks.unlock(lock);
            }
        }
    }

    /** Batch itself does not recover UNKNOWN: it cannot know what was done. The ledger does. */
    private void end(JobExecution execution) {
        endSteps(execution);
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.STOPPING);
        }
        JobExecution recovered = operator.recover(execution);
        recovered.setExitStatus(new ExitStatus("RECOVERED", "Its process died"));
        repository.update(recovered);
    }

    /**
     * Also of an execution that has ended: when the database was away at the end of a step and back at that of the job,
     * the step has not, and Batch would never start it again.
     */
    private void endSteps(JobExecution execution) {
        execution.getStepExecutions().stream()
                .filter(step -> step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN)
                .forEach(step -> {
                    step.setStatus(BatchStatus.FAILED);
                    // Batch keeps local times.
                    step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
                    repository.update(step);
                });
    }
}
