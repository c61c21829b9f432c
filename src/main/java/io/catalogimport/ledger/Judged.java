package io.catalogimport.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A mapping with what validation found of it.
 *
 * @param entry as it was when it was read
 * @param found READY, REJECTED or ALREADY_IMPORTED
 * @param provisionedProductId which one the stack is already; null where it is none
 */
public record Judged(
        LedgerEntry entry,
        MappingState found,
        Remark remark,
        @Nullable String provisionedProductId,
        Validation validation) {}
