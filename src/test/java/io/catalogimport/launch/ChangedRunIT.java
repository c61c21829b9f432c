package io.catalogimport.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.job.RecordedProgress;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.LockQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The locks of undo and handover. */
class ChangedRunIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private final FakeTime time = new FakeTime();
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
    void areAlsoThoseOfLanesInWhichTheLastHolderOfTheFileHasImportedMeanwhile() {
        Run run = new Run(1, "%064x".formatted(1), List.of());
        List<String> lanes = new ArrayList<>(List.of("a"));
        other.tryLock(LockNames.run(run.digest()));
        LockQueue queue = new LockQueue(
                time,
                duration -> {
                    lanes.add("b");
                    other.unlock(LockNames.run(run.digest()));
                    return time.waitFor(duration);
                },
                new RecordedProgress(),
                Duration.ofHours(1));

        new ChangedRun(run, own, queue).take(() -> lanes);

        assertThat(own.isHeld(LockNames.run(run.digest()))).isTrue();
        assertThat(own.isHeld(LockNames.lane("a"))).isTrue();
        assertThat(own.isHeld(LockNames.lane("b"))).isTrue();
    }
}
