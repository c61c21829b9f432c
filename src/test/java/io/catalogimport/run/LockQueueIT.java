package io.catalogimport.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.job.RecordedProgress;
import io.catalogimport.ledger.ProcessLocks;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a process waits for its turn, which another one has for a short time as a rule. */
class LockQueueIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final String TURN = "turn";

    private final FakeTime time = new FakeTime();
    private final RecordedProgress progress = new RecordedProgress();
    private final ProcessLocks own =
            new ProcessLocks(DATABASE.dataSource(), new LockHolder("db2", 4712, "mappings.csv", FakeTime.START));
    private final ProcessLocks other =
            new ProcessLocks(DATABASE.dataSource(), new LockHolder("db1", 4711, "mappings.csv", FakeTime.START));

    @AfterEach
    void close() {
        own.close();
        other.close();
    }

    @Test
    void isSilentAboutAShortWait() {
        other.tryLock(TURN);

        afterWaits(4, () -> other.unlock(TURN));
        waiting(Duration.ZERO).awaitTurn(own, TURN, "is reading");

        assertThat(own.isHeld(TURN)).isTrue();
        assertThat(progress.waiting).isEmpty();
    }

    @Test
    void saysOnceWhomALongWaitIsFor() {
        other.tryLock(TURN);

        afterWaits(100, () -> other.unlock(TURN));
        waiting(Duration.ZERO).awaitTurn(own, TURN, "is reading");

        assertThat(progress.waiting)
                .containsExactly(
                        "Process 4711 on host db1 is reading (since %s, file mappings.csv)".formatted(FakeTime.START));
    }

    @Test
    void givesUpAProcessThatHangs() {
        other.tryLock(TURN);

        assertThatThrownBy(() -> waiting(Duration.ZERO).awaitTurn(own, TURN, "is reading"))
                .isInstanceOf(LockedException.class)
                .hasMessageStartingWith("Process 4711 on host db1 is reading");
        assertThat(time.waited()).isEqualTo(LockQueue.LONGEST_TURN);
    }

    @Test
    void waitsForAsLongAsTheUserWants() {
        other.tryLock(TURN);

        assertThatThrownBy(() -> waiting(Duration.ofHours(1)).awaitTurn(own, TURN, "is reading"))
                .isInstanceOf(LockedException.class);
        assertThat(time.waited()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void endsWithTheRun() {
        other.tryLock(TURN);
        time.stopAfterWaits(3);

        assertThatThrownBy(() -> waiting(Duration.ZERO).awaitTurn(own, TURN, "is reading"))
                .isInstanceOf(StopRequestedException.class);
    }

    private int left;
    private Runnable then = () -> {};

    private void afterWaits(int waits, Runnable work) {
        left = waits;
        then = work;
    }

    private LockQueue waiting(Duration patience) {
        return new LockQueue(
                time,
                duration -> {
                    if (--left == 0) {
                        then.run();
                    }
                    return time.waitFor(duration);
                },
                progress,
                patience);
    }
}
