package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a start takes up again, of which rows. */
class LookingOverIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private LedgerScene scene;

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
        scene.entry(aMapping().onLine(2).ofStack("a"), MappingState.FAILED);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.REJECTED);
        scene.entry(aMapping().onLine(4).ofStack("c"), MappingState.READY);
        scene.entry(aMapping().onLine(5).ofStack("d"), MappingState.IMPORTED);
    }

    @Test
    void takesUpOnlyWhatFailed() {
        scene.startAnew(Selection.parse("failed"));

        assertThat(states())
                .containsExactly(MappingState.STAGED, MappingState.REJECTED, MappingState.READY, MappingState.IMPORTED);
        assertThat(staged()).containsExactly(2);
        assertThat(scene.queue().nextReady(scene.run(), new LaneUnit.WholeFile(), Set.of()))
                .isEmpty();
    }

    @Test
    void takesUpOnlyWhatWasRejected() {
        scene.startAnew(Selection.parse("rejected"));

        assertThat(staged()).containsExactly(3);
    }

    @Test
    void takesUpOnlyTheLinesThatAreNamed() {
        scene.startAnew(Selection.parse("3-4"));

        assertThat(staged()).containsExactly(3, 4);
    }

    @Test
    void importsNoReadyRowThatIsNotNamed() {
        scene.startAnew(Selection.parse("3"));

        assertThat(scene.queue().nextReady(scene.run(), new LaneUnit.WholeFile(), Set.of()))
                .isEmpty();
    }

    @Test
    void knowsWhatFailedAlsoAfterADeathInTheMiddle() {
        scene.startAnew(Selection.parse("failed"));
        scene.ledger()
                .validated(List.of(new Judged(
                        scene.entry(2, MappingState.STAGED),
                        MappingState.READY,
                        Remark.NONE,
                        null,
                        LedgerScene.VALIDATED)));

        scene.startAnew(Selection.parse("failed"));

        assertThat(staged()).containsExactly(2);
    }

    @Test
    void forgetsAnEarlierSelection() {
        scene.startAnew(Selection.parse("3"));

        scene.startAnew();

        assertThat(staged()).containsExactly(2, 3, 4);
    }

    @Test
    void countsTheSelectedRowsByThemselves() {
        scene.startAnew(Selection.parse("5"));

        assertThat(scene.figures().selectedCounts(scene.run()).total()).isEqualTo(1);
        assertThat(scene.figures().counts(scene.run()).total()).isEqualTo(4);
    }

    @Test
    void keepsTheVerdictsOfAStartThatGoesOnAfterAnOutage() {
        scene.startAnew();
        scene.ledger()
                .validated(List.of(new Judged(
                        scene.entry(3, MappingState.STAGED),
                        MappingState.READY,
                        Remark.NONE,
                        null,
                        LedgerScene.VALIDATED)));

        scene.goOn(Selection.ALL);

        assertThat(scene.row(3).state()).isEqualTo(MappingState.READY);
    }

    @Test
    void keepsAVerdictForAWhile() {
        Instant start = LedgerScene.NOW.plusSeconds(61);

        lookOver(start, "STRICT");

        assertThat(staged()).as("what was rejected or has failed").containsExactly(2, 3);
    }

    @Test
    void keepsNoVerdictThatWasReachedInAnotherWay() {
        Instant start = LedgerScene.NOW.plusSeconds(61);

        lookOver(start, "OFF");

        assertThat(staged()).containsExactly(2, 3, 4);
    }

    @Test
    void leavesWhatFailedSinceTheStartBeganToTheNextStart() {
        lookOver(LedgerScene.NOW, "STRICT");

        assertThat(scene.row(2).state()).isEqualTo(MappingState.FAILED);
    }

    /** A start that keeps the verdicts of the scene if they were reached in this way. */
    private void lookOver(Instant start, String check) {
        Instant fresh = LedgerScene.NOW.minusSeconds(1);
        scene.lookOver(Selection.ALL, LedgerScene.OPEN, new LookingOver.Start(start, fresh, check));
    }

    private List<MappingState> states() {
        return scene.rows().stream().map(LedgerRow::state).toList();
    }

    @Test
    void takesUpNothingThatFailedWhereItMayNot() {
        Instant start = LedgerScene.NOW.plusSeconds(60);
        Set<MappingState> planned = Set.of(MappingState.STAGED, MappingState.READY, MappingState.REJECTED);

        scene.lookOver(Selection.ALL, planned, new LookingOver.Start(start, start, LedgerScene.VALIDATED.check()));

        assertThat(staged()).containsExactly(3, 4);
        assertThat(scene.row(2).remark()).isEqualTo(new Remark("CODE_FAILED", "It ended FAILED."));
    }

    @Test
    void choosesLinesWhateverDigitsTheUsersLanguageHas() {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            scene.startAnew(Selection.parse("3-4"));
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }

        assertThat(staged()).containsExactly(3, 4);
    }

    private List<Integer> staged() {
        return scene.queue().staged(scene.run(), new LaneUnit.OneLane("111122223333/eu-central-1"), 0, 10).stream()
                .map(LedgerEntry::line)
                .toList();
    }
}
