package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerQueriesIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final Instant LATER = LedgerScene.NOW.plus(Duration.ofDays(9));
    private static final LaneUnit.OneLane LANE = new LaneUnit.OneLane("111122223333/eu-central-1");

    private static final Validation.Seen SEEN = new Validation.Seen(
            List.of(new Warning("ARTIFACT_OLD", "There is a newer one: v2.")), "lpv3-1", "CREATE_COMPLETE");

    private LedgerScene scene;

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void readsAnEntryAsItWasWritten() {
        LedgerEntry written = scene.entry(aMapping().onLine(3), MappingState.IN_PROGRESS);

        LedgerEntry read = scene.queue()
                .inFlight(scene.run(), new LaneUnit.WholeFile(), LATER)
                .get(0);

        assertThat(read).isEqualTo(written);
        assertThat(read.mapping()).isEqualTo(aMapping().onLine(3).build());
        assertThat(read.attempt())
                .isEqualTo(new Attempt(1, "token-3", "rec-3", "pp-3", Instant.parse("2026-03-01T10:15:30.123456Z")));
    }

    @Test
    void readsPagesOfWhatIsStagedInFileOrder() {
        IntStream.of(5, 2, 4, 3)
                .forEach(line -> scene.entry(aMapping().onLine(line).ofStack("stack" + line), MappingState.STAGED));
        scene.entry(aMapping().onLine(6).ofStack("other"), MappingState.READY);

        assertThat(scene.queue().staged(scene.run(), LANE, 3, 2))
                .extracting(LedgerEntry::line)
                .containsExactly(3, 4);
        assertThat(scene.queue().staged(scene.run(), LANE, 5, 2))
                .extracting(LedgerEntry::line)
                .containsExactly(5);
    }

    @Test
    void readsPagesOfOneRunOnly() {
        LedgerScene.in(DATABASE, "other.csv").entry(aMapping(), MappingState.STAGED);

        assertThat(scene.queue().staged(scene.run(), LANE, 0, 10)).isEmpty();
    }

    @Test
    void findsTheNextReadyMappingInFileOrder() {
        scene.entry(aMapping().onLine(9).ofStack("late"), MappingState.READY);
        scene.entry(aMapping().onLine(4).ofStack("early"), MappingState.READY);
        scene.entry(aMapping().onLine(2).ofStack("done"), MappingState.IMPORTED);

        assertThat(nextReady()).contains(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTING", "IN_PROGRESS", "UNRESOLVED"})
    void findsNothingReadyInALaneWithSomethingInFlight(MappingState inFlight) {
        scene.entry(aMapping().onLine(2).ofStack("busy"), inFlight);
        scene.entry(aMapping().onLine(3).ofStack("waiting"), MappingState.READY);

        assertThat(nextReady()).isEmpty();
    }

    @Test
    void findsNothingReadyInALaneInWhichAnotherRunHasSomethingInFlight() {
        LedgerScene.in(DATABASE, "other.csv").entry(aMapping().ofStack("busy"), MappingState.UNRESOLVED);
        scene.entry(aMapping().ofStack("waiting"), MappingState.READY);

        assertThat(nextReady()).isEmpty();
    }

    @Test
    void findsNothingReadyInTheWholeFileWhileSomethingIsInFlightInAnyOfItsLanes() {
        LedgerScene.in(DATABASE, "other.csv").entry(aMapping().ofStack("busy"), MappingState.UNRESOLVED);
        scene.entry(aMapping().onLine(2).ofStack("waiting"), MappingState.READY);
        scene.entry(aMapping().onLine(3).ofStack("free").inRegion("us-east-1"), MappingState.READY);

        assertThat(nextReady()).isEmpty();
    }

    @Test
    void isNotHeldUpByWhatIsInFlightInALaneThatTheFileDoesNotHave() {
        LedgerScene.in(DATABASE, "other.csv").entry(aMapping().inRegion("us-east-1"), MappingState.UNRESOLVED);
        scene.entry(aMapping().onLine(2), MappingState.READY);

        assertThat(nextReady()).contains(2);
    }

    @Test
    void leavesOutLanesThatCannotBeReached() {
        scene.entry(aMapping().onLine(2), MappingState.READY);
        scene.entry(aMapping().onLine(3).ofStack("free").inRegion("us-east-1"), MappingState.READY);

        assertThat(scene.queue()
                        .nextReady(
                                scene.run(),
                                new LaneUnit.WholeFile(),
                                Set.of(aMapping().build().stackArn().lane())))
                .map(LedgerEntry::line)
                .contains(3);
    }

    @Test
    void findsWhatIsReadyInAnotherLane() {
        scene.entry(aMapping().onLine(2).ofStack("busy"), MappingState.UNRESOLVED);
        scene.entry(aMapping().onLine(3).ofStack("waiting"), MappingState.READY);
        scene.entry(aMapping().onLine(5).ofStack("free").inRegion("us-east-1"), MappingState.READY);
        scene.entry(aMapping().onLine(4).ofStack("free").inAccount("444455556666"), MappingState.READY);

        assertThat(scene.queue().nextReady(scene.run(), new LaneUnit.OneLane("444455556666/eu-central-1"), Set.of()))
                .map(LedgerEntry::line)
                .contains(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMPORTED", "ALREADY_IMPORTED", "FAILED", "REJECTED", "STAGED"})
    void isNotHeldUpByWhatIsNotInFlight(MappingState other) {
        scene.entry(aMapping().onLine(2).ofStack("other"), other);
        scene.entry(aMapping().onLine(3).ofStack("waiting"), MappingState.READY);

        assertThat(nextReady()).contains(3);
    }

    @Test
    void tellsWhatIsStagedNextInALane() {
        scene.entry(aMapping().onLine(2), MappingState.STAGED);
        scene.entry(aMapping().onLine(3), MappingState.READY);
        scene.entry(aMapping().onLine(4).inRegion("us-east-1"), MappingState.STAGED);
        LedgerEntry fifth = scene.entry(aMapping().onLine(5), MappingState.STAGED);
        scene.entry(aMapping().onLine(6), MappingState.STAGED);
        scene.entry(aMapping().onLine(7), MappingState.STAGED);

        assertThat(scene.queue()
                        .staged(scene.run(), new LaneUnit.OneLane(fifth.lane().toString()), 3, 2))
                .extracting(LedgerEntry::line)
                .containsExactly(5, 6);
    }

    @Test
    void findsWhatIsInFlightInItsLanesTheFilesOwnFirst() {
        scene.entry(aMapping().onLine(2).ofStack("ready"), MappingState.READY);
        scene.entry(aMapping().onLine(7).ofStack("c"), MappingState.UNRESOLVED);
        scene.entry(aMapping().onLine(3).ofStack("a"), MappingState.SUBMITTING);
        scene.entry(aMapping().onLine(5).ofStack("b"), MappingState.IN_PROGRESS);
        scene.entry(aMapping().onLine(8).ofStack("done"), MappingState.IMPORTED);
        LedgerScene.in(DATABASE, "other.csv").entry(aMapping().onLine(9).ofStack("d"), MappingState.IN_PROGRESS);

        assertThat(scene.queue().inFlight(scene.run(), new LaneUnit.WholeFile(), LATER))
                .extracting(LedgerEntry::line)
                .containsExactly(3, 5, 7, 9);
    }

    @Test
    void countsAttemptsOverReopening() {
        LedgerEntry failed = scene.entry(aMapping(), MappingState.FAILED);
        scene.startAnew();

        LedgerEntry reopened = scene.entry(2, MappingState.STAGED);
        scene.ledger()
                .validated(List.of(new Judged(reopened, MappingState.READY, Remark.NONE, null, LedgerScene.VALIDATED)));
        LedgerEntry again = scene.ledger()
                .submitting(scene.entry(2, MappingState.READY), "token-b", LedgerScene.NOW)
                .orElseThrow();

        assertThat(failed.attempt().number()).isEqualTo(1);
        assertThat(again.attempt()).isEqualTo(new Attempt(2, "token-b", null, null, LedgerScene.NOW));
        assertThat(scene.row(2).recordId()).as("that of the attempt before").isNull();
    }

    @Test
    void keepsWhatValidationSawWithTheImport() {
        LedgerEntry submitting = submittingWith(SEEN);

        scene.ledger().imported(scene.ledger().inProgress(submitting, "rec-1", "pp-1"), LedgerScene.NOW, null);

        assertThat(scene.row(2).warnings()).isEqualTo(SEEN.warnings());
        assertThat(scene.row(2).launchPath()).isEqualTo("lpv3-1");
    }

    @Test
    void showsTheWarningsOfARowOfWhichNothingElseIsToBeSaid() {
        LedgerEntry submitting = submittingWith(SEEN);

        scene.ledger().imported(scene.ledger().inProgress(submitting, "rec-1", "pp-1"), LedgerScene.NOW, null);

        assertThat(scene.row(2).remark()).isEqualTo(new Remark("ARTIFACT_OLD", "Warning: There is a newer one: v2."));
    }

    @Test
    void keepsTheWarningsOfValidationWhenTheImportFails() {
        Remark failure = new Remark("ValidationError", "The stack could not be imported.");

        scene.ledger().ended(submittingWith(SEEN), MappingState.FAILED, failure, LedgerScene.NOW);

        assertThat(scene.row(2).warnings()).isEqualTo(SEEN.warnings());
        assertThat(scene.row(2).remark()).isEqualTo(failure);
    }

    private LedgerEntry submittingWith(Validation.Seen seen) {
        LedgerEntry staged = scene.entry(aMapping(), MappingState.STAGED);
        Validation validation = new Validation(LedgerScene.NOW, "STRICT", seen);
        scene.ledger().validated(List.of(new Judged(staged, MappingState.READY, Remark.NONE, null, validation)));
        return scene.ledger()
                .submitting(scene.entry(2, MappingState.READY), "token", LedgerScene.NOW)
                .orElseThrow();
    }

    @Test
    void takesBackWhyAnImportDidNotGetOn() {
        LedgerEntry entry = scene.entry(aMapping(), MappingState.SUBMITTING);
        scene.ledger().remark(entry, new Remark("InvalidStateException", "Another operation is in progress."));

        scene.ledger().unblocked(entry);

        assertThat(scene.row(2).remark()).isEqualTo(Remark.NONE);
    }

    @Test
    void saysWhyAnImportInFlightDoesNotGetOn() {
        LedgerEntry entry = scene.entry(aMapping(), MappingState.SUBMITTING);
        Remark remark = new Remark("InvalidStateException", "Another operation is in progress.");

        scene.ledger().remark(entry, remark);

        assertThat(scene.row(2).remark()).isEqualTo(remark);
        assertThat(scene.row(2).state()).isEqualTo(MappingState.SUBMITTING);
    }

    @Test
    void doesNotReopenWhatTheFileAloneDecided() {
        scene.stage(aMapping().onLine(2).asLine(), aMapping().onLine(3).asLine());
        new RepeatedMappings(DATABASE.jdbc(), NameScope.REGION).judge(scene.run(), LedgerScene.OPEN);

        scene.startAnew();

        assertThat(scene.row(3).state()).isEqualTo(MappingState.REJECTED);
    }

    private Optional<Integer> nextReady() {
        return scene.queue()
                .nextReady(scene.run(), new LaneUnit.WholeFile(), Set.of())
                .map(LedgerEntry::line);
    }
}
