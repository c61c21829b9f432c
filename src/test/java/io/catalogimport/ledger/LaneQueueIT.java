package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.LaneQueue.Order;
import io.catalogimport.ledger.LaneQueue.Waiting;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.Problem;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which lanes of a run have something to do. */
class LaneQueueIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final OneLane FRANKFURT = new OneLane("111122223333/eu-central-1");
    private static final OneLane VIRGINIA = new OneLane("111122223333/us-east-1");

    private LedgerScene scene = LedgerScene.in(DATABASE);
    private final LaneQueue queue = new LaneQueue(DATABASE.jdbc(), LaneScope.ACCOUNT_REGION, Order.OF_FILE);

    @BeforeEach
    void newRun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void giveTheirConnectionBackWhenTheirLocksAreKnown() {
        scene.entry(aMapping().onLine(2).ofStack("a"), MappingState.READY);

        assertThat(queue.locks(scene.run(), FRANKFURT)).isNotEmpty();

        assertThat(DATABASE.connectionsInUse()).isZero();
    }

    @Test
    void toValidateComeInFileOrder() {
        scene.stage(
                aMapping().onLine(2).inRegion("us-east-1").asLine(),
                aMapping().onLine(3).asLine(),
                aMapping().onLine(4).asLine(),
                new MappingLine(5, Map.of(), "bad", List.of(new Problem("X", "x"))));

        assertThat(queue.staged(scene.run())).extracting(Waiting::lane).containsExactly(VIRGINIA, FRANKFURT);
    }

    @Test
    void toImportAreThoseWithRowsThatAreReady() {
        scene.entry(aMapping().onLine(2).ofStack("a").inRegion("us-east-1"), MappingState.READY);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.IMPORTED);

        assertThat(queue.open(scene.run())).containsExactly(new Waiting(VIRGINIA, "1", false));
    }

    @Test
    void thatADeadWorkerLeftHaveWorkAlsoWhenNothingMayBegin() {
        scene.entry(aMapping().onLine(2).ofStack("a").inRegion("us-east-1"), MappingState.READY);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.IN_PROGRESS);

        assertThat(queue.abandoned(scene.run())).extracting(Waiting::lane).containsExactly(FRANKFURT);
    }

    @Test
    void haveOtherWorkWhenSomeOfItIsDoneOrInFlight() {
        scene.entry(aMapping().onLine(2).ofStack("a"), MappingState.READY);
        String before = queue.open(scene.run()).get(0).work();
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.READY);
        String more = queue.open(scene.run()).get(0).work();
        scene.entry(aMapping().onLine(4).ofStack("c"), MappingState.IN_PROGRESS);
        String inFlight = queue.open(scene.run()).get(0).work();

        assertThat(Set.of(before, more, inFlight)).hasSize(3);
        assertThat(queue.open(scene.run())).extracting(Waiting::work).containsExactly(inFlight);
    }

    @Test
    void whereAnImportWasTakenBackHaveWorkAlsoWhenNoOtherMayBegin() {
        scene.entry(aMapping().onLine(2).ofStack("a").inRegion("us-east-1"), MappingState.READY);
        LedgerEntry begun = scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.SUBMITTING);
        scene.ledger().notSubmitted(begun, Remark.NONE);

        assertThat(queue.begun(scene.run(), LedgerScene.NOW))
                .extracting(Waiting::lane)
                .containsExactly(FRANKFURT);
        assertThat(queue.begun(scene.run(), LedgerScene.NOW.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    void whoseImportIsUnresolvedAreLeftToTheNextStart() {
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.UNRESOLVED);

        assertThat(queue.open(scene.run())).isEmpty();
        assertThat(queue.inFlight(scene.run())).extracting(Waiting::lane).containsExactly(FRANKFURT);
    }

    @Test
    void showThatAProcessWorksInThem() {
        scene.entry(aMapping().onLine(2).ofStack("a").inRegion("us-east-1"), MappingState.READY);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.READY);
        LockHolder other = new LockHolder("db1", 4711, "mappings.csv", LedgerScene.NOW);

        try (ProcessLocks locks = new ProcessLocks(DATABASE.dataSource(), other)) {
            locks.tryLock(LockNames.lane(VIRGINIA.name()));

            assertThat(queue.open(scene.run()))
                    .containsExactly(new Waiting(VIRGINIA, "1", true), new Waiting(FRANKFURT, "1", false));
        }
    }

    @Test
    void comeInAnyOrderForWorkersThatShareARun() {
        scene.entry(aMapping().onLine(2).ofStack("a").inRegion("us-east-1"), MappingState.READY);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.READY);
        LaneQueue shared = new LaneQueue(DATABASE.jdbc(), LaneScope.ACCOUNT_REGION, Order.RANDOM);

        Set<OneLane> first = new HashSet<>();
        for (int look = 0; look < 200 && first.size() < 2; look++) {
            first.add(shared.open(scene.run()).get(0).lane());
        }

        assertThat(first).containsExactlyInAnyOrder(VIRGINIA, FRANKFURT);
    }
}
