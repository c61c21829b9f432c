package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.OldRuns.Use;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OldRunsIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final LockHolder SELF = new LockHolder("build-3", 7, "mappings.csv", LedgerScene.NOW);

    private final OldRuns runs = new OldRuns(DATABASE.jdbc());
    private LedgerScene scene = LedgerScene.in(DATABASE);

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void countTheRowsAndThoseInFlight() {
        scene.entry(aMapping().onLine(2), MappingState.IMPORTED);
        scene.entry(aMapping().onLine(3), MappingState.UNRESOLVED);

        assertThat(runs.all()).singleElement().satisfies(run -> {
            assertThat(run.file()).isEqualTo("mappings.csv");
            assertThat(run.rows()).isEqualTo(2);
            assertThat(run.inFlight()).isEqualTo(1);
            assertThat(run.pausedBy()).isNull();
        });
    }

    @Test
    void areAsOldAsTheLastThingThatHappened() {
        assertThat(usedAt()).isEqualTo(LedgerScene.NOW);

        scene.importedWithin(Duration.ofHours(1), aMapping());
        assertThat(usedAt()).isEqualTo(LedgerScene.NOW.plus(Duration.ofHours(1)));

        Instant paused = LedgerScene.NOW.plus(Duration.ofHours(2));
        new Pauses(DATABASE.jdbc()).begin(scene.run(), new Pauses.Word("anna@build-3", paused));
        assertThat(usedAt()).isEqualTo(paused);
        assertThat(runs.all().get(0).pausedBy()).isEqualTo("anna@build-3");

        Instant executed = LedgerScene.NOW.plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MILLIS);
        execution(1, scene.run().digest(), executed);
        assertThat(usedAt()).isEqualTo(executed);
    }

    private Instant usedAt() {
        return runs.all().get(0).usedAt();
    }

    @Test
    void leaveNoRowBehindInAnyTable() {
        scene.entry(aMapping().onLine(2), MappingState.IMPORTED);
        scene.entry(aMapping().onLine(25_000), MappingState.REJECTED);
        scene.startAnew();
        new Pauses(DATABASE.jdbc()).begin(scene.run(), new Pauses.Word("anna@build-3", LedgerScene.NOW));
        execution(1, scene.run().digest(), LedgerScene.NOW);
        execution(2, scene.run().digest(), LedgerScene.NOW);

        runs.remove(runs.all().get(0));

        assertThat(tablesWithRows()).isEmpty();
    }

    @Test
    void leaveOtherRunsAsTheyAre() {
        LedgerScene other = LedgerScene.in(DATABASE, "other.csv");
        other.entry(aMapping().onLine(2), MappingState.IMPORTED);
        execution(1, scene.run().digest(), LedgerScene.NOW);
        execution(2, other.run().digest(), LedgerScene.NOW);
        Use before = run("other.csv").orElseThrow();

        runs.remove(run("mappings.csv").orElseThrow());

        assertThat(runs.all()).containsExactly(before);
        assertThat(tablesWithRows())
                .contains("batch_job_instance", "batch_step_execution_context", "batch_job_execution_context");
    }

    private Optional<Use> run(String file) {
        return runs.all().stream().filter(run -> run.file().equals(file)).findFirst();
    }

    @Test
    void cannotBeLockedWhileAProcessWorksOnThem() {
        Use run = runs.all().get(0);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));
        DataSource database = DATABASE.dataSource();

        try (ProcessLocks process = new ProcessLocks(database, SELF)) {
            process.tryLockShared(LockNames.run(run.digest()));
            assertThat(transaction.<Boolean>execute(status -> runs.tryLock(run)))
                    .isFalse();
        }

        try (ProcessLocks process = new ProcessLocks(database, SELF)) {
            transaction.executeWithoutResult(status -> {
                assertThat(runs.tryLock(run)).isTrue();
                assertThat(process.tryLock(LockNames.run(run.digest()))).isFalse();
            });
            assertThat(process.tryLock(LockNames.run(run.digest()))).isTrue();
        }
    }

    /** An execution of the job as Batch writes it: in local time, and with a step. */
    private static void execution(long id, String digest, Instant endedAt) {
        LocalDateTime end = LocalDateTime.ofInstant(endedAt, ZoneId.systemDefault());
        for (String statement : List.of(
                "insert into batch_job_instance values (:id, 0, 'job', :id)",
                "insert into batch_job_execution values (:id, 0, :id, :end, :end, :end, 'COMPLETED', '', '', :end)",
                "insert into batch_job_execution_params values (:id, 'mapping-file.sha256', 'x', :digest, 'Y')",
                "insert into batch_job_execution_context values (:id, '{}')",
                "insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time)"
                        + " values (:id, 0, 'report', :id, :end)",
                "insert into batch_step_execution_context values (:id, '{}')")) {
            DATABASE.jdbc()
                    .sql(statement)
                    .param("id", id)
                    .param("digest", digest)
                    .param("end", Timestamp.valueOf(end))
                    .update();
        }
    }

    private static List<String> tablesWithRows() {
        return DATABASE.jdbc().sql("""
                        select tablename from pg_tables
                         where schemaname = 'public' and tablename not in ('catalog_import_schema_history', 'lock_holder')
                        """).query(String.class).list().stream()
                .filter(table -> DATABASE.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }
}
