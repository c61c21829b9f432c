package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.mapping.MappingLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiguresIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private LedgerScene scene;
    private Figures figures;

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
        figures = LedgerScene.figures(DATABASE);
    }

    @Test
    void tellsAllThatIsKnownOfARow() {
        scene.entry(aMapping().onLine(3), MappingState.FAILED);

        assertThat(scene.row(3))
                .isEqualTo(new LedgerRow(
                        3,
                        aMapping().asLine().raw(),
                        List.copyOf(aMapping().asLine().columns().values()),
                        MappingState.FAILED,
                        new Remark("CODE_FAILED", "It ended FAILED."),
                        "rec-3",
                        "pp-3",
                        LedgerScene.NOW,
                        LedgerScene.NOW.plusSeconds(60),
                        List.of(),
                        null,
                        aMapping().onLine(3).build(),
                        1));
    }

    @Test
    void handsOverEachRowOnceInFileOrderOverSeveralPages() {
        MappingLine[] lines = IntStream.rangeClosed(2, 2_002)
                .mapToObj(
                        line -> aMapping().onLine(line).ofStack("stack" + line).asLine())
                .toArray(MappingLine[]::new);
        scene.stage(lines);

        assertThat(scene.rows())
                .extracting(LedgerRow::line)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2, 2_002).boxed().toList());
    }

    @Test
    void handsOverTheFirstRowsAlone() {
        MappingLine[] lines = IntStream.rangeClosed(2, 1_502)
                .mapToObj(
                        line -> aMapping().onLine(line).ofStack("stack" + line).asLine())
                .toArray(MappingLine[]::new);
        scene.stage(lines);
        List<Integer> found = new ArrayList<>();

        figures.firstRows(scene.run(), 1_200, row -> found.add(row.line()));

        assertThat(found)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2, 1_201).boxed().toList());
    }

    @Test
    void knowsWhetherRowsAreRejectedForOtherCodesThanThese() {
        scene.entry(aMapping().onLine(2).ofStack("a"), MappingState.IMPORTED);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.REJECTED);
        code("STACK_NOT_FOUND;NO_LAUNCH_PATH");

        assertThat(figures.areRejectedOnlyFor(scene.run(), Set.of("STACK_NOT_FOUND", "NO_LAUNCH_PATH", "MORE")))
                .isTrue();
        assertThat(figures.areRejectedOnlyFor(scene.run(), Set.of("STACK_NOT_FOUND")))
                .isFalse();

        code(null);
        assertThat(figures.areRejectedOnlyFor(scene.run(), Set.of("STACK_NOT_FOUND")))
                .isFalse();
    }

    private static void code(@Nullable String code) {
        DATABASE.jdbc()
                .sql("update mapping_ledger set code = :code where state = 'REJECTED'")
                .param("code", code)
                .update();
    }

    @Test
    void handsOverNothingWhereARunHasNoRows() {
        assertThat(scene.rows()).isEmpty();
    }

    @Test
    void countsRowsByStateWithEveryStateThere() {
        scene.entry(aMapping().onLine(2).ofStack("a"), MappingState.READY);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.READY);
        scene.entry(aMapping().onLine(4).ofStack("c"), MappingState.FAILED);
        LedgerScene.in(DATABASE, "other.csv").entry(aMapping(), MappingState.READY);

        StateCounts counts = figures.counts(scene.run());

        assertThat(counts.byState()).containsOnlyKeys(MappingState.values());
        assertThat(counts.of(MappingState.READY)).isEqualTo(2);
        assertThat(counts.of(MappingState.FAILED)).isEqualTo(1);
        assertThat(counts.of(MappingState.DONE)).isZero();
        assertThat(counts.total()).isEqualTo(3);
    }

    @Test
    void tellsHowLongTheLatestImportsOfAllRunsTookTheLatestFirst() {
        scene.importedWithin(Duration.ofMillis(30_500), aMapping().onLine(2).ofStack("a"));
        scene.importedWithin(Duration.ofSeconds(90), aMapping().onLine(3).ofStack("b"));
        LedgerScene.in(DATABASE, "other.csv").importedWithin(Duration.ofSeconds(60), aMapping());
        scene.entry(aMapping().onLine(4).ofStack("c"), MappingState.FAILED);

        assertThat(figures.recentDurations(10))
                .containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(60), Duration.ofMillis(30_500));
        assertThat(figures.recentDurations(2)).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(60));
    }

    @Test
    void namesTheFirstImportOfUnknownEndInEachLane() {
        scene.entry(aMapping().onLine(2).ofStack("a"), MappingState.UNRESOLVED);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.SUBMITTING);
        scene.entry(aMapping().onLine(4).ofStack("c").inRegion("us-east-1"), MappingState.IN_PROGRESS);

        assertThat(figures.obstacles(scene.run(), false))
                .containsExactly(
                        new Obstacle(
                                "111122223333/eu-central-1",
                                "mappings.csv",
                                2,
                                MappingState.UNRESOLVED,
                                arn("eu-central-1", "a")),
                        new Obstacle(
                                "111122223333/us-east-1",
                                "mappings.csv",
                                4,
                                MappingState.IN_PROGRESS,
                                arn("us-east-1", "c")));
    }

    @Test
    void namesAnImportOfAnotherRunThatIsInTheWay() {
        scene.entry(aMapping().onLine(2), MappingState.READY);
        LedgerScene.in(DATABASE, "other.csv").entry(aMapping().onLine(7), MappingState.UNRESOLVED);

        assertThat(figures.obstacles(scene.run(), false))
                .containsExactly(new Obstacle(
                        "111122223333/eu-central-1",
                        "other.csv",
                        7,
                        MappingState.UNRESOLVED,
                        arn("eu-central-1", "orders")));
    }

    private static String arn(String region, String stack) {
        return aMapping().ofStack(stack).inRegion(region).build().stackArn().toString();
    }

    @ParameterizedTest
    @EnumSource(names = {"IMPORTED", "ALREADY_IMPORTED"})
    void namesNoObstacleInLanesInWhichTheRunHasNothingLeft(MappingState done) {
        scene.entry(aMapping().onLine(2), done);
        LedgerScene.in(DATABASE, "other.csv").entry(aMapping().onLine(7), MappingState.UNRESOLVED);

        assertThat(figures.obstacles(scene.run(), false)).isEmpty();
    }
}
