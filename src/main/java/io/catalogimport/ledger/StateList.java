package io.catalogimport.ledger;

import java.util.Set;
import java.util.stream.Collectors;

/** The sets of states that {@link MappingState} defines, written into statements. */
final class StateList {
    private StateList() {}

    /**
     * The statement with lists of states in the places of {@code {in_flight}}, {@code {import_in_flight}}, {@code {under_way}},
     * {@code {done}} and {@code {settled}}. The states are literals and not parameters, because the database uses a partial
     * index for literals only.
     */
    static String in(String statement) {
        return statement
                .replace("{in_flight}", list(MappingState.IN_FLIGHT))
                .replace("{import_in_flight}", list(MappingState.IMPORT_IN_FLIGHT))
                .replace("{under_way}", list(MappingState.UNDER_WAY))
                .replace("{done}", list(MappingState.DONE))
                .replace("{settled}", list(MappingState.SETTLED));
    }

    private static String list(Set<MappingState> states) {
        return states.stream().sorted().map(state -> "'" + state + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}
