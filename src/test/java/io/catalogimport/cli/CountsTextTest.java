package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTextTest {

    @Test
    void saysWhatAPlanWouldDo() {
        StateCounts counts = new StateCounts(
                Map.of(MappingState.READY, 7L, MappingState.ALREADY_IMPORTED, 1L, MappingState.REJECTED, 4L));

        assertThat(CountsText.ofPlan(counts)).isEqualTo("Plan: 7 to import, 1 already imported, 4 rejected.");
    }

    @Test
    void saysSoWhereThereIsNothingToImport() {
        assertThat(CountsText.ofPlan(new StateCounts(Map.of(MappingState.IMPORTED, 2L))))
                .isEqualTo("Plan: 0 to import, 2 imported.");
    }

    @Test
    void saysWhatAnImportFollowsAndTriesAgain() {
        StateCounts counts = new StateCounts(
                Map.of(MappingState.IN_PROGRESS, 1L, MappingState.UNRESOLVED, 1L, MappingState.FAILED, 3L));

        assertThat(CountsText.ofPlan(counts))
                .isEqualTo("Plan: 0 to import, 2 to follow, 3 failed before, to try again.");
    }
}
