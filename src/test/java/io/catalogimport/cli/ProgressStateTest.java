package io.catalogimport.cli;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.Attempt;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.LaneOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time left of ten imports of a minute each. */
class ProgressStateTest {
    private static final LedgerEntry ENTRY = new LedgerEntry(
            1, aMapping().onLine(5).build(), MappingState.READY, new Attempt(0, null, null, null, null), null);

    private final ProgressState state = new ProgressState(new FakeTime(), LaneOptions.ONE_AT_A_TIME);

    @BeforeEach
    void begin() {
        state.importing(new ImportWork(
                new StateCounts(Map.of(MappingState.READY, 10L)),
                Map.of(ENTRY.lane().toString(), 10L),
                Optional.empty(),
                List.of(Duration.ofMinutes(1))));
        state.started(ENTRY);
    }

    @Test
    void staysWhereAnImportWasNotBegunBecauseOfAPause() {
        state.ended(ENTRY, new ImportOutcome.NotBegun());

        assertThat(state.picture().left()).contains(Duration.ofMinutes(10));
        assertThat(state.rowsDone()).isZero();
    }

    @Test
    void isOverInALaneInWhichNothingMoreBegins() {
        state.ended(ENTRY, new ImportOutcome.Unresolved(new Remark("CODE", "No.")));

        assertThat(state.picture().left()).contains(Duration.ZERO);
    }
}
