package io.catalogimport.cli;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.Plural;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts as people read them. */
final class CountsText {
    private CountsText() {}

    /** {@code 12 rows: 7 ready, 5 rejected}. */
    static String of(StateCounts counts) {
        String states = Stream.of(MappingState.values())
                .filter(state -> counts.of(state) > 0)
                .map(state -> counts.of(state) + " "
                        + state.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return Plural.of(counts.total(), "row") + ": " + states;
    }

    /** {@code Plan: 7 to import, 1 already imported, 4 rejected.} */
    static String ofPlan(StateCounts counts) {
        String others = Stream.of(
                        part(counts.of(MappingState.IMPORT_IN_FLIGHT), "to follow"),
                        part(counts.of(MappingState.RELEASING), "being released"),
                        part(counts.of(MappingState.FAILED), "failed before, to try again"),
                        part(counts.of(MappingState.IMPORTED), "imported"),
                        part(counts.of(MappingState.ALREADY_IMPORTED), "already imported"),
                        part(counts.of(MappingState.RELEASED), "released"),
                        part(counts.of(MappingState.REJECTED), "rejected"),
                        part(counts.of(MappingState.STAGED), "not checked"))
                .collect(Collectors.joining());
        return "Plan: " + counts.of(MappingState.READY) + " to import" + others + ".";
    }

    private static String part(long rows, String words) {
        return rows == 0 ? "" : ", " + rows + " " + words;
    }
}
