package io.catalogimport.ledger;

/** A mapping was not in the state that the move expects: another process has worked on it, which locks prevent. */
public final class LedgerConflictException extends RuntimeException {
    LedgerConflictException(LedgerEntry entry, MappingState next) {
        super("Line %d is no longer %s in the ledger, so it cannot become %s: has another process changed it?"
                .formatted(entry.line(), entry.state(), next));
    }
}
