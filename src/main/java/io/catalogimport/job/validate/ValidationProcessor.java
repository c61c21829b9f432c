package io.catalogimport.job.validate;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.job.step.RowLogContext;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.run.RunContext;
import io.catalogimport.run.StopRequest;
import io.catalogimport.validation.MappingValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Asks AWS about a mapping; changes nothing. */
final class ValidationProcessor implements ItemProcessor<LedgerEntry, ValidatedMapping> {
    private final MappingValidator validator;
    private final StopRequest stop;
    private final RunContext context;

    public ValidationProcessor(MappingValidator validator, StopRequest stop, RunContext context) {
        this.validator = validator;
        this.stop = stop;
        this.context = context;
    }

    /** What is left when the run is stopped or its time is up stays STAGED. */
    @Override
    public @Nullable ValidatedMapping process(LedgerEntry entry) {
        if (stop.isRequested() || context.isTimeUp()) {
            return null;
        }
        try {
            return RowLogContext.during(entry, () -> new ValidatedMapping(entry, validator.check(entry.mapping())));
        } catch (StopRequestedException e) {
            return null;
        }
    }
}
