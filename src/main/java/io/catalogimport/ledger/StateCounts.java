package io.catalogimport.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How many rows of a run are in each state. */
public record StateCounts(Map<MappingState, Long> byState) {
    public StateCounts {
        Map<MappingState, Long> inOrder = new EnumMap<>(MappingState.class);
        inOrder.putAll(byState);
        byState = Collections.unmodifiableMap(inOrder);
    }

    /** How many are in this state. */
    public long of(MappingState state) {
        return byState.getOrDefault(state, 0L);
    }

    /** How many are in one of these states. */
    public long of(Set<MappingState> states) {
        return states.stream().mapToLong(this::of).sum();
    }

    /** The same, with every state there. */
    public Map<MappingState, Long> withEveryState() {
        Map<MappingState, Long> all = new EnumMap<>(MappingState.class);
        for (MappingState state : MappingState.values()) {
            all.put(state, of(state));
        }
        return all;
    }

    public long total() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }
}
