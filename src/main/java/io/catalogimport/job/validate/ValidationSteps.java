package io.catalogimport.job.validate;

import io.catalogimport.job.lanes.LaneLocks;
import io.catalogimport.job.lanes.LaneRelease;
import io.catalogimport.job.lanes.LaneThreads;
import io.catalogimport.job.step.AwsSteps;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.LedgerEntry;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;

/**
 * Makes the steps that validate a lane. Each lane has threads of its own, because each has a rate of its own at which AWS may
 * be asked.
 */
final class ValidationSteps {
    private static final int CHUNK = 100;

    private final AwsSteps steps;
    private final JobRepository repository;
    private final ValidationThreads threads;
    private final LaneValidation validation;
    private final LaneLocks locks;

    ValidationSteps(
            AwsSteps steps,
            JobRepository repository,
            ValidationThreads threads,
            LaneValidation validation,
            LaneLocks validationLocks) {
        this.steps = steps;
        this.repository = repository;
        this.threads = threads;
        this.validation = validation;
        this.locks = validationLocks;
    }

    Step step(LaneUnit unit) {
        String name = unit.name();
        StagedMappingReader reader = validation.reader(new OneLane(name));
        return steps.<LedgerEntry, ValidatedMapping>chunks(ValidateConfiguration.STEP + ":" + name, repository, CHUNK)
                .reader(reader)
                .processor(validation.processor())
                .writer(validation.writer())
                .taskExecutor(LaneThreads.atMost(threads.ofALane(), "validate-" + name + "-"))
                .listener(new LaneRelease(unit, locks))
                .listener(validation.finishing(reader))
                .build();
    }
}
