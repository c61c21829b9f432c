package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.database.PostgresDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What validation found of many mappings is written together, and each row only as it was read. */
class VerdictsIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private LedgerScene scene;

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void areWrittenWithAllThatWasSeen() {
        List<Warning> warnings = List.of(
                new Warning("ODD", "A \\ and a \"quote\", {braces}, null"), new Warning("NOTE", "Later.", true));
        LedgerEntry ready = staged(2);
        LedgerEntry rejected = staged(3);

        scene.ledger()
                .validated(List.of(
                        new Judged(
                                ready,
                                MappingState.READY,
                                Remark.NONE,
                                null,
                                new Validation(
                                        LedgerScene.NOW,
                                        "WARN",
                                        new Validation.Seen(warnings, "lpv3-1", "CREATE_COMPLETE"))),
                        judged(rejected, MappingState.REJECTED, new Remark("A;B", "No. Not this."))));

        assertThat(scene.row(2).state()).isEqualTo(MappingState.READY);
        assertThat(scene.row(2).warnings()).isEqualTo(warnings);
        assertThat(scene.row(2).launchPath()).isEqualTo("lpv3-1");
        assertThat(scene.entry(2, MappingState.READY).stackStatus()).isEqualTo("CREATE_COMPLETE");
        assertThat(validated(2)).isEqualTo("WARN " + LedgerScene.NOW);
        assertThat(scene.row(3).state()).isEqualTo(MappingState.REJECTED);
        assertThat(scene.row(3).remark()).isEqualTo(new Remark("A;B", "No. Not this."));
        assertThat(scene.row(3).warnings()).isEmpty();
    }

    @Test
    void needNoMoreThanOneCommit() {
        List<Judged> judged = IntStream.range(2, 102)
                .mapToObj(line -> judged(staged(line), MappingState.READY, Remark.NONE))
                .toList();
        long before = transactions();

        scene.ledger().validated(judged);

        assertThat(transactions() - before).isEqualTo(1);
        assertThat(scene.rows()).extracting(LedgerRow::state).containsOnly(MappingState.READY);
    }

    @Test
    void areReportedAndNotWrittenWhereAnotherHasMovedTheRow() {
        List<Judged> judged = IntStream.range(2, 6)
                .mapToObj(line -> judged(staged(line), MappingState.READY, Remark.NONE))
                .toList();
        DATABASE.jdbc()
                .sql("update mapping_ledger set state = 'IMPORTED' where line in (3, 5)")
                .update();

        assertThatThrownBy(() -> scene.ledger().validated(judged))
                .isInstanceOf(LedgerConflictException.class)
                .hasMessageContaining("Line 3 is no longer STAGED")
                .hasMessageContaining("Line 5 is no longer STAGED");
        assertThat(scene.rows())
                .extracting(LedgerRow::state)
                .as("the rows that nobody has moved get their verdicts")
                .containsExactly(MappingState.READY, MappingState.IMPORTED, MappingState.READY, MappingState.IMPORTED);
    }

    @Test
    void concernTheirOwnRunAlone() {
        LedgerScene other = LedgerScene.in(DATABASE, "other.csv");
        LedgerEntry ofOther = other.entry(aMapping().onLine(2).ofStack("stack-2"), MappingState.STAGED);

        scene.ledger().validated(List.of(judged(staged(2), MappingState.READY, Remark.NONE)));

        assertThat(other.row(ofOther.line()).state()).isEqualTo(MappingState.STAGED);
    }

    @Test
    void bringTheRecordAndTheTimesOfTheImportThatMadeARowDone() {
        LedgerScene earlier = LedgerScene.in(DATABASE, "earlier.csv");
        earlier.importedWithin(Duration.ofMinutes(1), aMapping().onLine(7).ofStack("stack-2"));

        scene.ledger()
                .validated(List.of(
                        new Judged(
                                staged(2), MappingState.ALREADY_IMPORTED, Remark.NONE, "pp-7", LedgerScene.VALIDATED),
                        new Judged(
                                staged(3),
                                MappingState.ALREADY_IMPORTED,
                                Remark.NONE,
                                "pp-unknown",
                                LedgerScene.VALIDATED)));

        assertThat(scene.row(2).recordId()).isEqualTo("rec-7");
        assertThat(scene.row(2).startedAt()).isEqualTo(LedgerScene.NOW);
        assertThat(scene.row(2).finishedAt()).isEqualTo(LedgerScene.NOW.plusSeconds(60));
        assertThat(scene.row(3).provisionedProductId()).isEqualTo("pp-unknown");
        assertThat(scene.row(3).recordId()).isNull();
        assertThat(scene.row(3).finishedAt()).isNull();
    }

    @Test
    void mayBeNone() {
        scene.ledger().validated(List.of());

        assertThat(scene.rows()).isEmpty();
    }

    private LedgerEntry staged(int line) {
        return scene.entry(aMapping().onLine(line).ofStack("stack-" + line), MappingState.STAGED);
    }

    private static Judged judged(LedgerEntry entry, MappingState found, Remark remark) {
        return new Judged(entry, found, remark, null, LedgerScene.VALIDATED);
    }

    private String validated(int line) {
        return DATABASE.jdbc()
                .sql("select validated_with, validated_at from mapping_ledger where line = ?")
                .param(line)
                .query((row, number) ->
                        row.getString(1) + " " + row.getTimestamp(2).toInstant())
                .single();
    }

    /** How many transactions have changed anything. */
    private static long transactions() {
        return DATABASE.jdbc()
                .sql("select cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint)")
                .query(Long.class)
                .single();
    }
}
