package io.catalogimport.ledger;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping was not in the state that the move expects: another process has worked on it, which locks prevent. */
public final class LedgerConflictException extends RuntimeException {
    LedgerConflictException(LedgerEntry entry, MappingState next) {
        super(sentence(entry, next));
    }

    /** The same of each of these. */
    LedgerConflictException(List<Judged> moved) {
        super(moved.stream().map(each -> sentence(each.entry(), each.found())).collect(Collectors.joining(" ")));
    }

    private static String sentence(LedgerEntry entry, MappingState next) {
        return "Line %d is no longer %s in the ledger, so it cannot become %s: has another process changed it?"
                .formatted(entry.line(), entry.state(), next);
    }
}
