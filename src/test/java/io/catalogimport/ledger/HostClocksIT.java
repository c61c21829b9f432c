package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Starts.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What counts in a start, where the hosts of its workers have clocks that differ. */
class HostClocksIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    /** By the clock of the host on which the start began, which is ahead. */
    private static final Instant BEGINNING = LedgerScene.NOW.plusSeconds(90);

    private final Starts starts = new Starts(DATABASE.jdbc());
    private final BegunImports begun = LedgerScene.begunImports(DATABASE);
    private LedgerScene scene;

    @BeforeEach
    void newRun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void anImportThatBeginsOnASlowHostCountsInTheStart() {
        LedgerEntry ready = scene.entry(aMapping(), MappingState.READY);
        begin();

        scene.ledger().submitting(ready, "token", LedgerScene.NOW);

        assertThat(begun.since(scene.run(), BEGINNING).all()).isEqualTo(1);
    }

    @Test
    void anImportThatFailsOnASlowHostCountsInTheStart() {
        LedgerEntry inProgress = scene.entry(aMapping(), MappingState.IN_PROGRESS);
        begin();

        scene.ledger().ended(inProgress, MappingState.FAILED, new Remark("CODE", "No."), LedgerScene.NOW);

        assertThat(begun.failedSince(scene.run(), BEGINNING, Set.of())).isEqualTo(1);
    }

    @Test
    void anImportThatAnEarlierStartBeganDoesNotCountWhenItEnds() {
        LedgerEntry inProgress = scene.entry(aMapping(), MappingState.IN_PROGRESS);
        begin();

        scene.ledger().imported(inProgress, BEGINNING.plusSeconds(5), null);

        assertThat(begun.since(scene.run(), BEGINNING).all()).isZero();
        assertThat(scene.row(inProgress.line()).startedAt()).isEqualTo(LedgerScene.NOW);
    }

    @Test
    void aStartThatBeginsOnASlowHostIsAfterAllThatWasWritten() {
        scene.importedWithin(Duration.ofSeconds(60), aMapping());

        Instant next = starts.next(scene.run(), LedgerScene.NOW.minusSeconds(90));

        assertThat(next).isAfter(LedgerScene.NOW.plusSeconds(60));
        assertThat(begun.since(scene.run(), next).all()).isZero();
    }

    @Test
    void aStartThatBeginsOnASlowHostIsAfterTheLastStart() {
        begin();

        assertThat(starts.next(scene.run(), LedgerScene.NOW)).isAfter(BEGINNING);
    }

    @Test
    void aStartThatContinuesOnASlowHostDoesSoAfterAllThatWasWritten() {
        begin();
        scene.entry(aMapping(), MappingState.UNRESOLVED);

        Instant resumed = starts.resume(scene.run(), LedgerScene.NOW.minusSeconds(90));

        assertThat(new WorkQueue(DATABASE.jdbc(), LaneScope.ACCOUNT_REGION)
                        .inFlight(scene.run(), new LaneUnit.WholeFile(), resumed))
                .hasSize(1);
        assertThat(starts.last(scene.run())).map(Starts.Last::resumedAt).contains(resumed);
    }

    private void begin() {
        starts.begin(scene.run(), new Start(BEGINNING, Optional.empty(), Optional.empty()));
    }
}
