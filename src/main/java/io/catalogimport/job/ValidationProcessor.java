package io.catalogimport.job;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.validation.MappingValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Asks AWS about a mapping; changes nothing. */
final class ValidationProcessor implements ItemProcessor<LedgerEntry, ValidatedMapping> {
    private final MappingValidator validator;
    private final StopRequest stop;

    ValidationProcessor(MappingValidator validator, StopRequest stop) {
        this.validator = validator;
        this.stop = stop;
    }

    /** What is left of the chunk when the run is stopped stays STAGED. */
    @Override
    public @Nullable ValidatedMapping process(LedgerEntry entry) {
        if (stop.isRequested()) {
            return null;
        }
        try {
            return RowLogContext.during(entry, () -> new ValidatedMapping(entry, validator.validate(entry.mapping())));
        } catch (StopRequestedException e) {
            return null;
        }
    }
}
