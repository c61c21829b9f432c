package io.catalogimport.ledger;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mappings were not in the state that a move expects. Another process has changed them, for example one that has lost its
 * locks without noticing it yet. The message names each of them.
 */
public final class LedgerConflictException extends RuntimeException {
    private final transient Set<Integer> lines;

    LedgerConflictException(LedgerEntry entry, MappingState next) {
        super(sentence(entry, next));
        this.lines = Set.of(entry.line());
    }

    /** One sentence for each of these. */
    LedgerConflictException(List<Judged> moved) {
        super(moved.stream().map(each -> sentence(each.entry(), each.found())).collect(Collectors.joining(" ")));
        this.lines = moved.stream().map(each -> each.entry().line()).collect(Collectors.toUnmodifiableSet());
    }

    /** The lines of the mappings that were not moved. */
    public Set<Integer> lines() {
        return lines;
    }

    private static String sentence(LedgerEntry entry, MappingState next) {
        return "Line %d is no longer %s in the ledger, so it cannot become %s: has another process changed it?"
                .formatted(entry.line(), entry.state(), next);
    }
}
