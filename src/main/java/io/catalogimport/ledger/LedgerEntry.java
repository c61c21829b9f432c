package io.catalogimport.ledger;

import io.catalogimport.aws.Lane;
import io.catalogimport.mapping.StackMapping;
import org.jspecify.annotations.Nullable;

/**
 * A mapping in the ledger, as it was when it was read.
 *
 * @param stackStatus the stack's status as validation saw it; null where it was not seen
 */
public record LedgerEntry(
        long runId,
        StackMapping mapping,
        MappingState state,
        Attempt attempt,
        @Nullable String stackStatus) {

    /** The account and region of the stack. */
    public Lane lane() {
        return mapping.stackArn().lane();
    }

    /** The number of the row in its file. */
    public int line() {
        return mapping.line();
    }

    /** The same mapping in another state. */
    LedgerEntry in(MappingState next) {
        return new LedgerEntry(runId, mapping, next, attempt, stackStatus);
    }

    /** The same mapping with another attempt. */
    LedgerEntry with(Attempt next) {
        return new LedgerEntry(runId, mapping, state, next, stackStatus);
    }

    /** Refuses a move that no process may make. */
    void requireMayBecome(MappingState next) {
        if (!state.successors().contains(next)) {
            throw new IllegalStateException("Line %d cannot go from %s to %s".formatted(line(), state, next));
        }
    }
}
