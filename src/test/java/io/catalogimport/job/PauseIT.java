package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.report.RunOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run that somebody pauses at the last moment before an import, when the worker has just looked. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PauseIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    private final List<String> started = new ArrayList<>();

    @Test
    void beginsNothingUntilItIsOver() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"), stack("c"))) {
            scene.maps("a").maps("b").maps("c");
            scene.progress.whenStarted = this::pauseBeforeB;
            List<String> askedForInThePause = new ArrayList<>();
            scene.progress.whenNoted = sentence -> {
                if (sentence.startsWith("Paused by anna@build-3")) {
                    askedForInThePause.addAll(scene.importsAskedFor());
                    resume();
                }
            };

            RunResult result = scene.run();

            assertThat(askedForInThePause).containsExactly("a");
            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b", "c");
            assertThat(started).as("b is tried once more, and not all the time").containsExactly("a", "b", "b", "c");
            assertThat(scene.progress.notes).endsWith("The pause is over. Imports go on.");
        }
    }

    @Test
    void countsTheRowInBatchsTablesOnce() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b");
            scene.progress.whenStarted = this::pauseBeforeB;
            scene.progress.whenNoted = sentence -> resume();

            scene.run();

            assertThat(DATABASE.jdbc()
                            .sql("select read_count, filter_count, write_count from batch_step_execution"
                                    + " where step_name like 'importStacks:%'")
                            .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                            .list())
                    .containsExactly(List.of(2L, 0L, 2L));
        }
    }

    private void pauseBeforeB(LedgerEntry entry) {
        String name = entry.mapping().stackArn().stackName();
        if (name.equals("b") && !started.contains("b")) {
            DATABASE.jdbc()
                    .sql("insert into mapping_pause (run_id, paused_at, paused_by) values (?, now(), 'anna@build-3')")
                    .param(entry.runId())
                    .update();
        }
        started.add(name);
    }

    private static void resume() {
        DATABASE.jdbc()
                .sql("update mapping_pause set resumed_at = now(), resumed_by = 'ben@laptop' where resumed_at is null")
                .update();
    }
}
