package io.catalogimport.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mapping with what validation found of it.
 *
 * @param entry as it was when it was read
 * @param found READY, REJECTED, ALREADY_IMPORTED, or IMPORTED if it is adopted
 * @param provisionedProductId which one the stack is already; null where it is none
 * @param adopted null if it is not adopted
 */
public record Judged(
        LedgerEntry entry,
        MappingState found,
        Remark remark,
        @Nullable String provisionedProductId,
        Validation validation,
        @Nullable Adopted adopted) {

    /** One that is not adopted. */
    public Judged(
            LedgerEntry entry,
            MappingState found,
            Remark remark,
            @Nullable String provisionedProductId,
            Validation validation) {
        this(entry, found, remark, provisionedProductId, validation, null);
    }

    /**
     * An import that this program made before the ledger was lost, as far as AWS still knows it.
     *
     * @param finishedAt null if AWS does not say
     */
    public record Adopted(Attempt attempt, @Nullable Instant finishedAt) {}
}
