package io.catalogimport.job.validate;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.job.step.RowLogContext;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.run.RunContext;
import io.catalogimport.run.StopRequest;
import io.catalogimport.validation.Checked;
import io.catalogimport.validation.MappingValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Asks AWS about a mapping; changes nothing. */
final class ValidationProcessor implements ItemProcessor<LedgerEntry, ValidatedMapping> {
    private final MappingValidator validator;
    private final StopRequest stop;
    private final RunContext context;
    private final Adoption adoption;

    public ValidationProcessor(MappingValidator validator, Adoption adoption, StopRequest stop, RunContext context) {
        this.validator = validator;
        this.adoption = adoption;
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
            return RowLogContext.during(entry, () -> validated(entry));
        } catch (StopRequestedException e) {
            return null;
        }
    }

    private ValidatedMapping validated(LedgerEntry entry) {
        Checked checked = validator.check(entry.mapping());
        return context.options().adopt()
                ? adoption.of(entry, checked, context.run().digest())
                : new ValidatedMapping(entry, checked, null);
    }
}
