package io.catalogimport.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.run.RunCommand;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a file costs must grow with its rows, not with the square of them. */
class LargeFileIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final int ROWS = 2_000;

    /** Those of {@link PostgresDatabase}. */
    private static final int OWN_SESSIONS = 5;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void doesNotCompareEachRowOfTheNextFileWithEachOther() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory)) {
            scene.command = RunCommand.PLAN;
            IntStream.rangeClosed(1, ROWS).forEach(number -> scene.maps("missing-" + number));
            scene.run();
            scene.maps("missing-last");
            long before = rowsRead();

            scene.run();

            assertThat(rowsRead() - before).isBetween((long) ROWS, 100L * ROWS);
        }
    }

    /** A session tells what it has read at its end at the latest, so those of the program must be gone. */
    private static long rowsRead() {
        await().until(() -> DATABASE.jdbc()
                        .sql("select count(*) from pg_stat_activity"
                                + " where datname = current_database() and backend_type = 'client backend'")
                        .query(Integer.class)
                        .single()
                <= OWN_SESSIONS);
        return DATABASE.jdbc()
                .sql("select idx_tup_fetch + seq_tup_read from pg_stat_user_tables where relname = 'mapping_ledger'")
                .query(Long.class)
                .single();
    }
}
