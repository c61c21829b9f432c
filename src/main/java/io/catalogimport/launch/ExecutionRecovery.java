package io.catalogimport.launch;

import io.catalogimport.job.ImportJobConfiguration;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.OpenExecutions;
import io.catalogimport.ledger.ProcessLocks;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
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
    private final OpenExecutions open;
    private final ProcessLocks locks;

    ExecutionRecovery(JobOperator operator, JobRepository repository, OpenExecutions open, ProcessLocks locks) {
        this.operator = operator;
        this.repository = repository;
        this.open = open;
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
        return (int) executions.stream().filter(this::end).count();
    }

    /**
     * Ends what died of other files and of other workers, which may never be started again as they were.
     *
     * @param proven a lock whose holder is known to be dead; empty if there is none
     */
    void recoverOthers(String proven) {
        for (long id : open.of(ImportJobConfiguration.JOB)) {
            JobExecution found = repository.getJobExecution(id);
            if (found != null) {
                String name = RunLauncher.lockName(found.getJobParameters());
                String lock = name.equals(proven) ? LockNames.recovery(name) : name;
                boolean isOwn = locks.isHeld(lock);
                if (locks.tryLock(lock)) {
                    // By now, its own process or another may have ended it.
                    end(Objects.requireNonNull(repository.getJobExecution(id)));
                }
                if (!isOwn) {
                    locks.unlock(lock);
                }
            }
        }
    }

    /** False if there was nothing to end but steps. */
    private boolean end(JobExecution execution) {
        endSteps(execution);
        boolean isDead = execution.isRunning() || execution.getStatus() == BatchStatus.UNKNOWN;
        if (isDead) {
            recover(execution);
        }
        return isDead;
    }

    /** Batch itself does not recover UNKNOWN: it cannot know what was done. The ledger does. */
    private void recover(JobExecution execution) {
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
