package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Pauses.Word;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of states: the ledger's methods make the moves that the states allow, and refuse all others. */
class LedgerMovesIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    /** The states that some method of the ledger leads a single entry to. */
    private static final Map<MappingState, Mover> MOVERS = new EnumMap<>(Map.of(
            MappingState.READY,
            (ledger, entry) -> ledger.validated(
                    List.of(new Judged(entry, MappingState.READY, Remark.NONE, null, LedgerScene.VALIDATED))),
            MappingState.REJECTED,
            (ledger, entry) -> ledger.validated(
                    List.of(new Judged(entry, MappingState.REJECTED, Remark.NONE, null, LedgerScene.VALIDATED))),
            MappingState.ALREADY_IMPORTED,
            (ledger, entry) -> ledger.validated(List.of(
                    new Judged(entry, MappingState.ALREADY_IMPORTED, Remark.NONE, "pp-1", LedgerScene.VALIDATED))),
            MappingState.SUBMITTING,
            (ledger, entry) -> assertThat(ledger.submitting(entry, "token", LedgerScene.NOW))
                    .isPresent(),
            MappingState.IN_PROGRESS,
            (ledger, entry) -> ledger.inProgress(entry, "rec-1", "pp-1"),
            MappingState.IMPORTED,
            (ledger, entry) -> ledger.imported(entry, LedgerScene.NOW, null),
            MappingState.FAILED,
            (ledger, entry) -> ledger.ended(entry, MappingState.FAILED, Remark.NONE, LedgerScene.NOW),
            MappingState.UNRESOLVED,
            (ledger, entry) -> ledger.ended(entry, MappingState.UNRESOLVED, Remark.NONE, LedgerScene.NOW)));

    static {
        MOVERS.put(MappingState.RELEASING, (ledger, entry) -> releases()
                .releasing(LedgerScene.release(entry), "token", "resources"));
        MOVERS.put(MappingState.RELEASED, (ledger, entry) -> releases()
                .released(LedgerScene.release(entry), Remark.NONE, LedgerScene.NOW));
    }

    private LedgerScene scene;

    @FunctionalInterface
    private interface Mover {
        void move(Ledger ledger, LedgerEntry entry);
    }

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void makesAnAllowedMove(MappingState from, MappingState to) {
        LedgerEntry entry = scene.entry(aMapping(), from);

        mover(to).move(scene.ledger(), entry);

        assertThat(scene.row(entry.line()).state()).isEqualTo(to);
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void refusesAForbiddenMove(MappingState from, MappingState to) {
        LedgerEntry entry = scene.entry(aMapping().onLine(7), from);

        assertThatThrownBy(() -> mover(to).move(scene.ledger(), entry))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Line 7 cannot go from %s to %s".formatted(from, to));
        assertThat(scene.row(7).state()).isEqualTo(from);
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void refusesAMoveThatAnotherProcessHasMadeImpossible(MappingState from, MappingState to) {
        LedgerEntry entry = scene.entry(aMapping().onLine(7), from);
        MappingState meanwhile = from == MappingState.IMPORTED ? MappingState.FAILED : MappingState.IMPORTED;
        DATABASE.jdbc()
                .sql("update mapping_ledger set state = ?")
                .param(meanwhile.name())
                .update();

        assertThatThrownBy(() -> mover(to).move(scene.ledger(), entry))
                .isInstanceOf(LedgerConflictException.class)
                .hasMessageContaining("Line 7 is no longer " + from);
        assertThat(scene.row(7).state()).isEqualTo(meanwhile);
    }

    @ParameterizedTest
    @EnumSource(names = {"READY", "REJECTED", "FAILED"})
    void reopensWhatAwsMayHaveChanged(MappingState state) {
        scene.entry(aMapping(), state);

        scene.startAnew();

        LedgerRow row = scene.row(2);
        assertThat(row.state()).isEqualTo(MappingState.STAGED);
        assertThat(row.remark()).isEqualTo(Remark.NONE);
        assertThat(row.finishedAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"READY", "REJECTED", "FAILED"})
    void leavesWhatIsDoneOrInFlightWhenItReopens(MappingState state) {
        scene.entry(aMapping(), state);
        LedgerRow before = scene.row(2);

        scene.startAnew();

        assertThat(scene.row(2)).isEqualTo(before);
    }

    @Test
    void beginsNoImportInAPausedRun() {
        LedgerEntry ready = scene.entry(aMapping(), MappingState.READY);
        Pauses pauses = new Pauses(DATABASE.jdbc());
        pauses.begin(scene.run(), new Word("anna@build-3", LedgerScene.NOW));

        assertThat(scene.ledger().submitting(ready, "token", LedgerScene.NOW)).isEmpty();
        assertThat(scene.row(ready.line()).state()).isEqualTo(MappingState.READY);

        pauses.end(scene.run(), new Word("anna@build-3", LedgerScene.NOW));
        assertThat(scene.ledger().submitting(ready, "token", LedgerScene.NOW)).isPresent();
    }

    @Test
    void seesThatAnotherProcessWasFasterAlsoInAPausedRun() {
        LedgerEntry ready = scene.entry(aMapping(), MappingState.READY);
        assertThat(scene.ledger().submitting(ready, "token", LedgerScene.NOW)).isPresent();
        new Pauses(DATABASE.jdbc()).begin(scene.run(), new Word("anna@build-3", LedgerScene.NOW));

        assertThatThrownBy(() -> scene.ledger().submitting(ready, "token", LedgerScene.NOW))
                .isInstanceOf(LedgerConflictException.class);
    }

    @Test
    void knowsTheSameStatesAsTheDatabase() {
        String constraint = DATABASE.jdbc()
                .sql("select pg_get_constraintdef(oid) from pg_constraint where conname = 'mapping_ledger_state'")
                .query(String.class)
                .single();

        List<String> states = Pattern.compile("'([A-Z_]+)'")
                .matcher(constraint)
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .toList();

        assertThat(states)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(MappingState.values()).map(Enum::name).toList());
    }

    private static Releases releases() {
        return new Releases(DATABASE.jdbc());
    }

    private static Mover mover(MappingState to) {
        Mover mover = MOVERS.get(to);
        assertThat(mover).as("a move to %s", to).isNotNull();
        return mover;
    }

    static Stream<Arguments> allowed() {
        return pairs(true);
    }

    static Stream<Arguments> forbidden() {
        return pairs(false);
    }

    /** STAGED is only reached by reopening, which has tests of its own. */
    private static Stream<Arguments> pairs(boolean allowed) {
        Set<MappingState> reachable = EnumSet.complementOf(EnumSet.of(MappingState.STAGED));
        return Arrays.stream(MappingState.values()).flatMap(from -> reachable.stream()
                .filter(to -> from.successors().contains(to) == allowed)
                .map(to -> Arguments.of(from, to)));
    }
}
