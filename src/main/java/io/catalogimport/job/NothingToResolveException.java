package io.catalogimport.job;

import io.catalogimport.ledger.LedgerEntry;

/** The operator's word is not needed for a row: only an UNRESOLVED or SUBMITTING one waits for it. */
public final class NothingToResolveException extends RuntimeException {
    NothingToResolveException(LedgerEntry entry) {
        super("Line %d is %s. Only a row that is UNRESOLVED or SUBMITTING can be resolved; nothing was changed."
                .formatted(entry.line(), entry.state()));
    }
}
