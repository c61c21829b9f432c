package io.catalogimport.cli;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts as people read them: {@code 12 rows: 7 ready, 5 rejected}. */
final class CountsText {
    private CountsText() {}

    static String of(StateCounts counts) {
        String states = Stream.of(MappingState.values())
                .filter(state -> counts.of(state) > 0)
                .map(state -> counts.of(state) + " "
                        + state.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return counts.total() + (counts.total() == 1 ? " row: " : " rows: ") + states;
    }
}
