package io.catalogimport.job.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.LaneQueue.Waiting;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a worker claims lanes among others. */
class ClaimedLanesIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final LockHolder SELF = new LockHolder("host", 4711, "mappings.csv", FakeTime.START);

    private final FakeTime time = new FakeTime();
    private final ProcessLocks own = new ProcessLocks(DATABASE.dataSource(), SELF);
    private final ProcessLocks other = new ProcessLocks(DATABASE.dataSource(), SELF);
    private final List<Waiting> queue = new ArrayList<>();
    private final List<String> waitedFor = new ArrayList<>();
    private final LaneLocks locks = new LaneLocks(own, lane -> List.of(LockNames.lane(lane.name())));
    private final ClaimedLanes lanes = new ClaimedLanes(() -> queue, locks, waitedFor::addAll, time);

    @AfterEach
    void close() {
        own.close();
        other.close();
    }

    @Test
    void claimsEachFreeLaneOnce() {
        queue.add(new Waiting(new OneLane("a"), "1", false));
        queue.add(new Waiting(new OneLane("b"), "1", true));

        assertThat(lanes.claim(3)).containsExactly(new OneLane("a"));
        time.advance(Duration.ofSeconds(2));
        assertThat(lanes.claim(3)).isEmpty();
    }

    /** As when another worker has begun an import in it, and died. */
    @Test
    void claimsALaneAgainWhenThereIsSomethingElseToDo() {
        queue.add(new Waiting(new OneLane("a"), "1", false));
        lanes.claim(3);
        locks.free(new OneLane("a"));
        queue.set(0, new Waiting(new OneLane("a"), "1,7 1", false));
        time.advance(Duration.ofSeconds(2));

        assertThat(lanes.claim(3)).containsExactly(new OneLane("a"));
    }

    @Test
    void doesNotWaitForItself() {
        queue.add(new Waiting(new OneLane("a"), "2", false));
        lanes.claim(3);
        queue.set(0, new Waiting(new OneLane("a"), "1", true));
        time.advance(Duration.ofSeconds(2));

        assertThat(lanes.claim(3)).isEmpty();
        assertThat(lanes.awaitMore()).isFalse();
    }

    @Test
    void waitsForALaneThatAnotherWorkerHas() {
        queue.add(new Waiting(new OneLane("a"), "1", true));

        lanes.claim(3);

        assertThat(lanes.awaitMore()).isTrue();
        assertThat(waitedFor).containsExactly("a");
    }

    @Test
    void waitsForALaneThatAnotherWorkerTookBetweenLookAndClaim() {
        queue.add(new Waiting(new OneLane("a"), "1", false));
        other.tryLock(LockNames.lane("a"));

        assertThat(lanes.claim(3)).isEmpty();

        assertThat(lanes.awaitMore()).isTrue();
        assertThat(waitedFor).containsExactly("a");
    }

    @Test
    void waitsForNothingWhenNoLaneIsLeft() {
        assertThat(lanes.claim(3)).isEmpty();

        assertThat(lanes.awaitMore()).isFalse();
    }
}
