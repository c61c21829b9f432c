package io.catalogimport.job.imports;

import io.catalogimport.job.lanes.LaneLocks;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.job.step.NoTransaction;
import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * Makes the steps that import in a partition, one mapping after another. Without a transaction, for AWS is waited for in
 * them; the ledger commits for itself.
 */
public final class LaneSteps {
    private final JobRepository repository;
    private final StackImportWriter writer;
    private final FirstFailure failure;
    private final StopPolicy stop;

    public LaneSteps(JobRepository repository, StackImportWriter writer, FirstFailure failure, StopPolicy stop) {
        this.repository = repository;
        this.writer = writer;
        this.failure = failure;
        this.stop = stop;
    }

    public Step step(String name, LaneUnit unit, ItemReader<LedgerEntry> reader, LaneLocks locks) {
        return new StepBuilder(name + ":" + unit.name(), new SparingJobRepository(repository))
                .<LedgerEntry, LedgerEntry>chunk(1)
                .transactionManager(NoTransaction.manager())
                .reader(reader)
                .writer(writer)
                .listener(failure)
                .listener(freeingAfterwards(unit, locks))
                .interruptionPolicy(stop)
                .build();
    }

    /** A lane that is one of many is then free for other processes, also when this one was stopped. */
    public static StepExecutionListener freeingAfterwards(LaneUnit unit, LaneLocks locks) {
        return new StepExecutionListener() {
            @Override
            public @Nullable ExitStatus afterStep(StepExecution step) {
                if (unit instanceof OneLane lane
                        && step.getFailureExceptions().stream().allMatch(JobInterruptedException.class::isInstance)) {
                    locks.free(lane);
                }
                return null;
            }
        };
    }
}
