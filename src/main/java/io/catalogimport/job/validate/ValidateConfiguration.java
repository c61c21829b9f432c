package io.catalogimport.job.validate;

import io.catalogimport.job.lanes.ClaimedLanes;
import io.catalogimport.job.lanes.LaneLocks;
import io.catalogimport.job.lanes.LanePartitions;
import io.catalogimport.job.lanes.LaneSource;
import io.catalogimport.job.lanes.LaneWork;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import java.time.Clock;
import java.util.List;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The step that validates, with a partition for each lane. */
@Configuration(proxyBeanMethods = false)
@Import({
    ValidationPreparation.class,
    RowsLookedOver.class,
    ValidationWait.class,
    Adoption.class,
    ValidationProcessor.class,
    VerdictWriter.class,
    LaneValidation.class,
    ValidationSteps.class
})
public class ValidateConfiguration {
    /** The step. Stored: renaming it breaks the restart of old runs. */
    public static final String STEP = "validateMappings";

    @Bean
    ValidationThreads validationThreads() {
        return new ValidationThreads(32, 8);
    }

    @Bean
    LaneLocks validationLocks(ProcessLocks locks, Run run) {
        return new LaneLocks(locks, lane -> List.of(LockNames.validation(run.digest(), lane)));
    }

    @Bean
    LaneSource lanesToValidate(LaneWork work, LaneLocks validationLocks, ValidationWait wait, Clock clock) {
        return new ClaimedLanes(work::toValidate, validationLocks, wait, clock);
    }

    @Bean(STEP)
    Step validateMappings(
            LanePartitions partitions,
            ValidationThreads threads,
            LaneSource lanesToValidate,
            ValidationSteps steps,
            ValidationPreparation preparation) {
        return partitions.step(STEP, threads.lanes(), lanesToValidate, steps::step, preparation);
    }
}
