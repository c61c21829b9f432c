package io.catalogimport.job.validate;

import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.WorkQueue;
import io.catalogimport.validation.MappingValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Reader, processor and writer of the steps that validate lanes. Each lane has a reader of its own. */
record LaneValidation(
        WorkQueue queue, Run run, MappingValidator validator, ValidationProcessor processor, VerdictWriter writer) {
    StagedMappingReader reader(OneLane lane) {
        return new StagedMappingReader(queue, run, lane);
    }

    /** What AWS said about the lane is not kept until all lanes are done. */
    StepExecutionListener finishing(StagedMappingReader reader) {
        return new StepExecutionListener() {
            @Override
            public @Nullable ExitStatus afterStep(StepExecution step) {
                reader.lane().ifPresent(validator::finished);
                return null;
            }
        };
    }
}
