package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What Batch's tables say of the step of a lane, whose counters are not saved after each row. */
class LaneMetadataIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final String LANE = "importStacks:file";
    private static final int ROWS = 23;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void countsEachRowAtTheEndOfALane() throws Exception {
        try (JobScene scene = scene()) {
            scene.run();

            assertThat(steps()).containsExactly("COMPLETED, read 23, written 23, commits 23, rollbacks 0, ended");
        }
    }

    @Test
    void savesTheCountsEveryTwentyRows() throws Exception {
        try (JobScene scene = scene()) {
            scene.progress.whenStarted = entry -> {
                if (entry.line() == ROWS + 1) {
                    assertThat(steps()).containsExactly("STARTED, read 20, written 20, commits 20, rollbacks 0, runs");
                }
            };

            assertThat(scene.run().failure()).isEmpty();
        }
    }

    @Test
    void countsTheRowsBeforeAFailure() throws Exception {
        try (JobScene scene = scene()) {
            scene.progress.whenStarted = entry -> {
                if (entry.line() == 5) {
                    throw new IllegalStateException("made to fail");
                }
            };

            scene.run();

            assertThat(steps()).containsExactly("FAILED, read 4, written 3, commits 3, rollbacks 1, ended");
        }
    }

    @Test
    void countsTheRowsBeforeAStopAndThoseAfterIt() throws Exception {
        try (JobScene scene = scene()) {
            scene.progress.whenEnded = entry -> {
                if (entry.line() == 4) {
                    scene.progress.stop.request();
                }
            };

            scene.run();
            scene.progress.whenEnded = entry -> {};
            scene.run();

            assertThat(steps())
                    .containsExactly(
                            "STOPPED, read 3, written 3, commits 3, rollbacks 0, ended",
                            "COMPLETED, read 20, written 20, commits 20, rollbacks 0, ended");
        }
    }

    private JobScene scene() throws IOException {
        List<String> names = IntStream.range(0, ROWS).mapToObj(row -> "s" + row).toList();
        JobScene scene = JobScene.with(
                DATABASE, directory, names.stream().map(name -> stack(name)).toArray(String[]::new));
        names.forEach(scene::maps);
        return scene;
    }

    /** The executions of the lane's step, the first one first. */
    private static List<String> steps() {
        return DATABASE.jdbc().sql("""
                        select format('%s, read %s, written %s, commits %s, rollbacks %s, %s', status, read_count, write_count,
                                      commit_count, rollback_count, case when end_time is null then 'runs' else 'ended' end)
                          from batch_step_execution where step_name = ? order by step_execution_id
                        """).param(LANE).query(String.class).list();
    }
}
