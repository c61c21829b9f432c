package io.catalogimport.launch;

import io.catalogimport.handover.HandoverOutcome;
import io.catalogimport.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * A row that handover has come to, and what became of it.
 *
 * @param previousOwner who owned it before; null if AWS did not show it
 * @param code why it is so; empty where there is nothing to say
 */
public record HandedOverRow(
        int line,
        String stackArn,
        String provisionedProductName,
        @Nullable String provisionedProductId,
        HandoverOutcome.End end,
        @Nullable String previousOwner,
        String code,
        String message) {

    static HandedOverRow of(LedgerEntry row, HandoverOutcome outcome) {
        return new HandedOverRow(
                row.line(),
                row.mapping().stackArn().toString(),
                row.mapping().provisionedProductName(),
                row.attempt().provisionedProductId(),
                outcome.end(),
                outcome.owner(),
                outcome.remark().code(),
                outcome.remark().message());
    }
}
