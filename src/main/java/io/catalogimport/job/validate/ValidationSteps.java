package io.catalogimport.job.validate;

import io.catalogimport.job.imports.LaneSteps;
import io.catalogimport.job.lanes.LaneLocks;
import io.catalogimport.job.lanes.LaneThreads;
import io.catalogimport.job.step.FirstFailure;
import io.catalogimport.job.step.NoTransaction;
import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.validation.MappingValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Makes the steps that validate a lane. Without a transaction, because AWS is asked in them; the ledger commits for itself.
 * Each lane has threads of its own, because each has a rate of its own at which AWS may be asked.
 */
public final class ValidationSteps {
    /** The step. Stored: renaming it breaks the restart of old runs. */
    public static final String NAME = "validateMappings";

    private static final int CHUNK = 100;

    private final JobRepository repository;
    private final MappingValidator validator;
    private final ValidationProcessor processor;
    private final VerdictWriter writer;
    private final FirstFailure failure;
    private final StopPolicy stop;

    public ValidationSteps(
            JobRepository repository,
            MappingValidator validator,
            ValidationProcessor processor,
            VerdictWriter writer,
            FirstFailure failure,
            StopPolicy stop) {
        this.repository = repository;
        this.validator = validator;
        this.processor = processor;
        this.writer = writer;
        this.failure = failure;
        this.stop = stop;
    }

    /**
     * The step that validates one lane.
     *
     * @param threads how many rows of the lane are validated at a time
     */
    public Step step(LaneUnit unit, StagedMappingReader reader, LaneLocks locks, int threads) {
        SimpleAsyncTaskExecutor executor = LaneThreads.named("validate-" + unit.name() + "-");
        executor.setConcurrencyLimit(threads);
        return new StepBuilder(NAME + ":" + unit.name(), repository)
                .<LedgerEntry, ValidatedMapping>chunk(CHUNK)
                .transactionManager(NoTransaction.manager())
                .reader(reader)
                .processor(processor)
                .writer(writer)
                .taskExecutor(executor)
                .listener(failure)
                .listener(LaneSteps.freeingAfterwards(unit, locks))
                .listener(finishing(reader))
                .interruptionPolicy(stop)
                .build();
    }

    /** What AWS told of the lane is not kept until all lanes are done. */
    private StepExecutionListener finishing(StagedMappingReader reader) {
        return new StepExecutionListener() {
            @Override
            public @Nullable ExitStatus afterStep(StepExecution step) {
                reader.lane().ifPresent(validator::finished);
                return null;
            }
        };
    }
}
