package io.catalogimport.report.html;

import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.mapping.StackMapping;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The last attempt to import a row, as a bar of the timeline shows it. */
record Import(StackMapping mapping, MappingState state, Span time) {
    private static final Set<MappingState> TRIED = EnumSet.of(
            MappingState.SUBMITTING,
            MappingState.IN_PROGRESS,
            MappingState.IMPORTED,
            MappingState.FAILED,
            MappingState.UNRESOLVED,
            MappingState.RELEASING,
            MappingState.RELEASED);

    /**
     * Empty for a row whose import was never asked for.
     *
     * @param now until when an import that has no end has taken
     */
    static Optional<Import> of(LedgerRow row, Instant now) {
        StackMapping mapping = row.mapping();
        Instant startedAt = row.startedAt();
        if (mapping == null || startedAt == null || !TRIED.contains(row.state())) {
            return Optional.empty();
        }
        Instant end = Objects.requireNonNullElse(row.finishedAt(), now);
        return Optional.of(new Import(mapping, row.state(), new Span(startedAt, end)));
    }

    String lane() {
        return mapping.stackArn().lane().toString();
    }

    Kind kind() {
        return switch (state) {
            case IMPORTED, RELEASING, RELEASED -> Kind.DONE;
            case FAILED -> Kind.FAILED;
            case UNRESOLVED -> Kind.OPEN;
            default -> Kind.IN_FLIGHT;
        };
    }

    /** How an import looks on the timeline. */
    enum Kind {
        DONE("imported"),
        FAILED("failed"),
        IN_FLIGHT("in flight"),
        OPEN("without a known end");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
