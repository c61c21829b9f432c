package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.RunOutcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void saysThatRunningAgainHelpsWhereTheSelectionLeftSomethingToDo() {
        assertThat(ExitCode.of(selectionDone(Map.of(MappingState.IMPORTED, 2L, MappingState.READY, 1L))))
                .isEqualTo(ExitCode.TRY_AGAIN);
        assertThat(ExitCode.of(selectionDone(Map.of(MappingState.REJECTED, 2L, MappingState.FAILED, 1L))))
                .isEqualTo(ExitCode.TRY_AGAIN);
    }

    @Test
    void saysThatRowsHaveToBeFixedWhereTheSelectionLeftNothingButRejectedOnes() {
        assertThat(ExitCode.of(selectionDone(Map.of(MappingState.IMPORTED, 2L, MappingState.REJECTED, 1L))))
                .isEqualTo(ExitCode.INCOMPLETE);
    }

    private static RunResult selectionDone(Map<MappingState, Long> rows) {
        Map<MappingState, Long> all = new EnumMap<>(MappingState.class);
        for (MappingState state : MappingState.values()) {
            all.put(state, rows.getOrDefault(state, 0L));
        }
        return new RunResult(
                RunOutcome.SELECTION_DONE,
                Optional.empty(),
                new StateCounts(all),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
