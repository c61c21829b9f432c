package io.catalogimport.status;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.LedgerScene;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Pauses;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.RunExecutions;
import io.catalogimport.ledger.RunFigures;
import io.catalogimport.ledger.Workers;
import io.catalogimport.status.RunDetail.BlockedLane;
import io.catalogimport.status.RunDetail.LaneFacts;
import io.catalogimport.status.RunOverview.WorkerFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunStatusesIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final String LANE = "111122223333/eu-central-1";
    private static final String OTHER_LANE = "111122223333/us-east-1";
    private static final Instant NOW = LedgerScene.NOW.plusSeconds(90);

    private final RunStatuses statuses = new RunStatuses(
            new RunFigures(DATABASE.jdbc()),
            new RunExecutions(DATABASE.jdbc()),
            new Figures(DATABASE.jdbc(), LaneScope.ACCOUNT_REGION),
            new Workers(DATABASE.jdbc()));
    private LedgerScene scene;

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void tellWhatIsInEachState() {
        scene.entry(aMapping().onLine(2).ofStack("a"), MappingState.IMPORTED);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.ALREADY_IMPORTED);
        scene.entry(aMapping().onLine(4).ofStack("c"), MappingState.READY);
        scene.entry(aMapping().onLine(5).ofStack("d"), MappingState.REJECTED);
        LedgerScene.in(DATABASE, "other.csv").entry(aMapping(), MappingState.IMPORTED);

        List<RunOverview> all = statuses.all();

        assertThat(all).extracting(RunOverview::file).containsExactly("other.csv", "mappings.csv");
        assertThat(all).extracting(RunOverview::state).containsExactly(RunState.COMPLETE, RunState.ENDED);
        assertThat(all.get(1).rows()).containsOnlyKeys(MappingState.values());
        assertThat(all.get(1).done()).isEqualTo(2);
        assertThat(all.get(1).waiting()).isEqualTo(1);
        assertThat(all.get(1).notImported()).isEqualTo(1);
        assertThat(all.get(1).total()).isEqualTo(4);
    }

    @Test
    void tellWhoWorksOnARunAndWhere() {
        scene.entry(aMapping(), MappingState.READY);

        try (ProcessLocks locks = working("mappings.csv")) {
            locks.tryLock(LockNames.run(scene.run().digest()));
            locks.tryLock(LockNames.lane(LANE));

            assertThat(facts().state()).isEqualTo(RunState.RUNNING);
            assertThat(facts().workers())
                    .containsExactly(new WorkerFacts("host", 4711, LedgerScene.NOW, List.of(LANE)));
            assertThat(detail().blocked()).isEmpty();
        }
        assertThat(facts().workers()).isEmpty();
    }

    @Test
    void tellTheLanesOfARunThoseWithSomethingToDoFirst() {
        scene.importedWithin(Duration.ofSeconds(30), aMapping().onLine(2).ofStack("a"));
        scene.importedWithin(
                Duration.ofSeconds(60), aMapping().onLine(3).ofStack("b").inRegion("us-east-1"));
        scene.entry(aMapping().onLine(4).ofStack("c").inRegion("us-east-1"), MappingState.IN_PROGRESS);
        scene.entry(aMapping().onLine(5).ofStack("d").inRegion("us-east-1"), MappingState.READY);

        List<LaneFacts> lanes = detail().lanes();

        assertThat(lanes).extracting(LaneFacts::lane).containsExactly(OTHER_LANE, LANE);
        assertThat(lanes).extracting(LaneFacts::done).containsExactly(1L, 1L);
        assertThat(lanes).extracting(LaneFacts::waiting).containsExactly(1L, 0L);
        assertThat(lanes).extracting(LaneFacts::medianSeconds).containsExactly(60L, 30L);
        assertThat(lanes.get(0).current()).satisfies(current -> {
            assertThat(current.line()).isEqualTo(4);
            assertThat(current.since()).isEqualTo(LedgerScene.NOW);
        });
    }

    @Test
    void tellWhyNothingMoreBeginsInALane() {
        scene.entry(aMapping().onLine(2).ofStack("a"), MappingState.UNRESOLVED);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.READY);
        scene.entry(aMapping().onLine(4).ofStack("c").inRegion("us-east-1"), MappingState.READY);
        LedgerScene.in(DATABASE, "other.csv")
                .entry(aMapping().onLine(7).ofStack("d").inRegion("us-east-1"), MappingState.IN_PROGRESS);

        assertThat(detail().blocked())
                .containsExactly(
                        new BlockedLane(
                                LANE,
                                1,
                                "line 2 of mappings.csv, stack a, is UNRESOLVED (CODE_UNRESOLVED: It ended UNRESOLVED.)"),
                        new BlockedLane(OTHER_LANE, 1, "line 7 of other.csv, stack d, is IN_PROGRESS"));
        assertThat(detail().forecast()).isNull();
    }

    @Test
    void tellThatAProcessOfAnotherFileWorksInALane() {
        scene.entry(aMapping(), MappingState.READY);

        try (ProcessLocks locks = working("other.csv")) {
            locks.tryLock(LockNames.lane(LANE));

            assertThat(detail().blocked())
                    .containsExactly(
                            new BlockedLane(LANE, 1, "process 4711 on host host works in it, for file other.csv"));
        }
    }

    @Test
    void tellTheLastFailuresFirst() {
        for (int line = 2; line < 9; line++) {
            scene.entry(aMapping().onLine(line).ofStack("s" + line), MappingState.FAILED);
        }

        assertThat(detail().failures()).extracting(RunDetail.FailedImport::line).containsExactly(8, 7, 6, 5, 4);
        assertThat(detail().failures().get(0).code()).isEqualTo("CODE_FAILED");
    }

    @Test
    void forecastOnlyWhereAProcessIsAtWorkWhenItEnds() {
        scene.importedWithin(Duration.ofSeconds(60), aMapping().onLine(2).ofStack("a"));
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.READY);

        assertThat(detail().forecast()).satisfies(forecast -> {
            assertThat(forecast.imports()).isEqualTo(1);
            assertThat(forecast.medianSeconds()).isEqualTo(60);
            assertThat(forecast.endsAt()).isNull();
        });
        try (ProcessLocks locks = working("mappings.csv")) {
            locks.tryLock(LockNames.run(scene.run().digest()));

            assertThat(detail().forecast())
                    .satisfies(forecast -> assertThat(forecast.endsAt()).isEqualTo(NOW.plusSeconds(60)));
            assertThat(detail().lanes().get(0).endsAt()).isEqualTo(NOW.plusSeconds(60));
        }
    }

    @Test
    void forecastNothingWithoutExperience() {
        scene.entry(aMapping(), MappingState.READY);

        assertThat(detail().forecast()).isNull();
    }

    @Test
    void tellWhoHasPausedARun() {
        scene.entry(aMapping(), MappingState.READY);
        new Pauses(DATABASE.jdbc()).begin(scene.run(), new Pauses.Word("anna@build-3", NOW));

        assertThat(facts().state()).isEqualTo(RunState.PAUSED);
        assertThat(facts().pausedBy()).isEqualTo("anna@build-3");
        assertThat(facts().pausedAt()).isEqualTo(NOW);
    }

    private RunOverview facts() {
        return statuses.of(scene.run(), NOW).facts();
    }

    private RunDetail detail() {
        return statuses.of(scene.run(), NOW).detail();
    }

    private static ProcessLocks working(String file) {
        return new ProcessLocks(DATABASE.dataSource(), new LockHolder("host", 4711, file, LedgerScene.NOW));
    }
}
