package io.catalogimport.ledger;

import static io.catalogimport.ledger.MappingState.ALREADY_IMPORTED;
import static io.catalogimport.ledger.MappingState.FAILED;
import static io.catalogimport.ledger.MappingState.IMPORTED;
import static io.catalogimport.ledger.MappingState.IN_PROGRESS;
import static io.catalogimport.ledger.MappingState.READY;
import static io.catalogimport.ledger.MappingState.REJECTED;
import static io.catalogimport.ledger.MappingState.RELEASED;
import static io.catalogimport.ledger.MappingState.RELEASING;
import static io.catalogimport.ledger.MappingState.STAGED;
import static io.catalogimport.ledger.MappingState.SUBMITTING;
import static io.catalogimport.ledger.MappingState.UNRESOLVED;
import static java.util.Map.entry;
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
                .isEqualTo(Map.ofEntries(
                        entry(STAGED, Set.of(READY, REJECTED, ALREADY_IMPORTED, IMPORTED, RELEASED)),
                        entry(READY, Set.of(SUBMITTING, STAGED, REJECTED, RELEASED)),
                        entry(REJECTED, Set.of(STAGED)),
                        entry(FAILED, Set.of(STAGED, REJECTED)),
                        entry(SUBMITTING, Set.of(IN_PROGRESS, IMPORTED, FAILED, READY)),
                        entry(IN_PROGRESS, Set.of(IMPORTED, FAILED, UNRESOLVED)),
                        entry(UNRESOLVED, Set.of(IN_PROGRESS, IMPORTED, FAILED)),
                        entry(ALREADY_IMPORTED, Set.of(RELEASED)),
                        entry(IMPORTED, Set.of(RELEASING, RELEASED)),
                        entry(RELEASING, Set.of(RELEASED, IMPORTED)),
                        entry(RELEASED, Set.of(STAGED, REJECTED))));
    }

    @Test
    void leadsFromWhatIsImportedOnlyOutOfServiceCatalog() {
        assertThat(MappingState.DONE)
                .allSatisfy(done -> assertThat(done.successors()).isSubsetOf(RELEASING, RELEASED));
    }

    @Test
    void isReleasedOnlyByThisProgramsOwnWord() {
        assertThat(RELEASED.successors()).doesNotContain(READY, SUBMITTING);
        assertThat(MappingState.SETTLED).contains(RELEASED).containsAll(MappingState.DONE);
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_PROGRESS", "UNRESOLVED"})
    void isNeverSubmittedAgainOnceAWSHasTakenIt(MappingState inFlight) {
        Set<MappingState> beginnings = EnumSet.of(STAGED, READY, SUBMITTING);

        assertThat(inFlight.successors()).doesNotContainAnyElementsOf(beginnings);
        assertThat(MappingState.IN_FLIGHT).contains(inFlight);
    }
}
