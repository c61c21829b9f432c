package io.catalogimport.ledger;

import static io.catalogimport.ledger.MappingState.ALREADY_IMPORTED;
import static io.catalogimport.ledger.MappingState.FAILED;
import static io.catalogimport.ledger.MappingState.IMPORTED;
import static io.catalogimport.ledger.MappingState.IN_PROGRESS;
import static io.catalogimport.ledger.MappingState.READY;
import static io.catalogimport.ledger.MappingState.REJECTED;
import static io.catalogimport.ledger.MappingState.STAGED;
import static io.catalogimport.ledger.MappingState.SUBMITTING;
import static io.catalogimport.ledger.MappingState.UNRESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappingStateTest {

    @Test
    void allowsTheseMovesAndNoOthers() {
        Map<MappingState, Set<MappingState>> moves = Arrays.stream(MappingState.values())
                .collect(Collectors.toMap(state -> state, MappingState::successors));

        assertThat(moves)
                .isEqualTo(Map.of(
                        STAGED, Set.of(READY, REJECTED, ALREADY_IMPORTED),
                        READY, Set.of(SUBMITTING, STAGED, REJECTED),
                        REJECTED, Set.of(STAGED),
                        FAILED, Set.of(STAGED, REJECTED),
                        SUBMITTING, Set.of(IN_PROGRESS, IMPORTED, FAILED, READY),
                        IN_PROGRESS, Set.of(IMPORTED, FAILED, UNRESOLVED),
                        UNRESOLVED, Set.of(IN_PROGRESS, IMPORTED, FAILED),
                        ALREADY_IMPORTED, Set.of(),
                        IMPORTED, Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    void hasNoWayOnExactlyWhereItIsDone(MappingState state) {
        assertThat(state.successors().isEmpty()).isEqualTo(MappingState.DONE.contains(state));
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "UNRESOLVED"})
    void isNeverSubmittedAgainOnceAWSHasTakenIt(MappingState inFlight) {
        Set<MappingState> beginnings = EnumSet.of(STAGED, READY, SUBMITTING);

        assertThat(inFlight.successors()).doesNotContainAnyElementsOf(beginnings);
        assertThat(MappingState.IN_FLIGHT).contains(inFlight);
    }
}
