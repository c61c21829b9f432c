package io.catalogimport.job;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.validation.MappingValidator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Asks AWS about a mapping; changes nothing. */
final class ValidationProcessor implements ItemProcessor<LedgerEntry, ValidatedMapping> {
    private final MappingValidator validator;

    ValidationProcessor(MappingValidator validator) {
        this.validator = validator;
    }

    /** A mapping that was being looked at when the run was stopped stays STAGED. */
    @Override
    public @Nullable ValidatedMapping process(LedgerEntry entry) {
        try {
            return RowLogContext.during(entry, () -> new ValidatedMapping(entry, validator.validate(entry.mapping())));
        } catch (StopRequestedException e) {
            return null;
        }
    }
}
