package io.catalogimport.job;

import static org.assertj.core.api.Assertions.assertThat;

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

    @TempDir
    private Path directory = Path.of("");

    @Test
    void doesNotCompareEachRowOfTheNextFileWithEachOther() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory)) {
            scene.command = RunCommand.PLAN;
            IntStream.rangeClosed(1, ROWS).forEach(number -> scene.maps("missing-" + number));
            scene.run();
            scene.maps("missing-last");
            long before = rowsReadByIndex();

            scene.run();

            assertThat(rowsReadByIndex() - before).isLessThan(100L * ROWS);
        }
    }

    private static long rowsReadByIndex() {
        return DATABASE.jdbc()
                .sql("select idx_tup_fetch from pg_stat_user_tables where relname = 'mapping_ledger'")
                .query(Long.class)
                .single();
    }
}
