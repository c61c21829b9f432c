package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.ImportWindow;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a worker says that ends before the others. */
class ImportTextTest {
    private static final StateCounts READY_LEFT =
            new StateCounts(Map.of(MappingState.READY, 3L, MappingState.IN_PROGRESS, 1L));

    @Test
    void saysThatNoRowIsLeftToBegin() {
        StateCounts rows = new StateCounts(Map.of(MappingState.IN_PROGRESS, 2L, MappingState.IMPORTED, 5L));

        assertThat(ImportText.whyNothingBegins(ImportLimits.NONE, rows)).isEqualTo("No row is left to begin.");
    }

    @Test
    void namesTheLanesOfTheOthersWhereTheRunHasNoLimits() {
        ImportLimits none = new ImportLimits(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new ImportWindow(Optional.empty(), Optional.empty(), ZoneId.of("Europe/Berlin")));

        assertThat(ImportText.whyNothingBegins(none, READY_LEFT))
                .isEqualTo("The rows that are left are in lanes in which other workers import.");
    }

    @Test
    void namesTheLimitsWhereTheRunHasSome() {
        ImportLimits limited =
                new ImportLimits(false, Optional.empty(), Optional.of(7), Optional.empty(), ImportWindow.ALWAYS);

        assertThat(ImportText.whyNothingBegins(limited, READY_LEFT)).startsWith("The limits of the run allow no more");
    }
}
