package io.catalogimport.job;

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
 * Ends, in Batch's books, the executions that died with their process. Only to be used under the run's lock: that it is
 * free is the proof that nobody works on them any more.
 */
final class ExecutionRecovery {
    private final JobOperator operator;
    private final JobRepository repository;
    private final RunProgress progress;

    ExecutionRecovery(JobOperator operator, JobRepository repository, RunProgress progress) {
        this.operator = operator;
        this.repository = repository;
        this.progress = progress;
    }

    /** Makes the job instance startable again. */
    void recover(JobInstance instance) {
        List<JobExecution> dead = repository.getJobExecutions(instance).stream()
                .filter(execution -> execution.isRunning() || execution.getStatus() == BatchStatus.UNKNOWN)
                .toList();
        dead.forEach(this::end);
        if (!dead.isEmpty()) {
            progress.recovered(dead.size());
        }
    }

    /** Batch itself does not recover UNKNOWN: it cannot know what was done. The ledger does. */
    private void end(JobExecution execution) {
        execution.getStepExecutions().stream()
                .filter(step -> step.getStatus() == BatchStatus.UNKNOWN)
                .forEach(step -> {
                    step.setStatus(BatchStatus.FAILED);
                    // Batch keeps local times.
                    step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
                    repository.update(step);
                });
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            execution.setStatus(BatchStatus.STOPPING);
        }
        JobExecution recovered = operator.recover(execution);
        recovered.setExitStatus(new ExitStatus("RECOVERED", "Its process ended without a word"));
        repository.update(recovered);
    }
}
