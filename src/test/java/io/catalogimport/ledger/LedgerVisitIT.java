package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.database.SlowDatabaseException;
import io.catalogimport.database.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerVisitIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final String RUNS = "select count(*) from mapping_run";

    private final LedgerVisit visit = new LedgerVisit(DATABASE.jdbcUrl(), "postgres", null);

    @Test
    void seesOneMomentInAllItsStatements() {
        LedgerScene.in(DATABASE);

        Optional<Boolean> isTheSame = visit.look(jdbc -> {
            long before = runs(jdbc);
            LedgerScene.in(DATABASE, "other.csv");
            return runs(jdbc) == before;
        });

        assertThat(isTheSame).contains(true);
    }

    @Test
    void cannotChangeAnythingByALook() {
        assertThatThrownBy(() ->
                        visit.look(jdbc -> jdbc.sql("delete from mapping_run").update()))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void takesNoAdvisoryLockAndLeavesNoConnectionBehind() throws InterruptedException {
        LedgerScene.in(DATABASE).entry(aMapping(), MappingState.READY);

        Optional<Long> locks = visit.look(jdbc -> {
            runs(jdbc);
            return advisoryLocks(jdbc);
        });

        assertThat(locks).contains(0L);
        // The server notices the end of a connection in its own time.
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (connections() > 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Those that the session holds itself. */
    private static long advisoryLocks(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
                .query(Long.class)
                .single();
    }

    private static long connections() {
        return DATABASE.jdbc()
                .sql("select count(*) from pg_stat_activity where application_name = 'catalog-import (visit)'")
                .query(Long.class)
                .single();
    }

    /** The database is there: to say that it cannot be reached would be untrue. */
    @Test
    void saysThatItTookTooLong() {
        LedgerVisit brief = new LedgerVisit(DATABASE.jdbcUrl(), "postgres", null, Duration.ofSeconds(1));

        assertThatThrownBy(() -> brief.look(jdbc -> jdbc.sql("select pg_sleep(30)::text")
                        .query(String.class)
                        .single()))
                .isInstanceOf(SlowDatabaseException.class)
                .hasMessageContaining("did not answer within 1 seconds");
    }

    @Test
    void makesNoTables() throws SQLException {
        DataSource empty = DATABASE.emptyDatabase("without_tables");

        Optional<Long> found = new LedgerVisit(url(empty), "postgres", null).look(LedgerVisitIT::runs);

        assertThat(found).isEmpty();
        assertThat(JdbcClient.create(empty)
                        .sql("select count(*) from pg_tables where schemaname = 'public'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysThatTheTablesAreThoseOfAnotherVersion() throws SQLException {
        DataSource old = DATABASE.emptyDatabase("with_other_tables");
        JdbcClient.create(old).sql("create table mapping_run (id bigint)").update();

        assertThatThrownBy(() -> new LedgerVisit(url(old), "postgres", null).look(jdbc -> new RunFigures(jdbc).runs()))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("not those of this version");
    }

    private static long runs(JdbcClient jdbc) {
        return jdbc.sql(RUNS).query(Long.class).single();
    }

    private static String url(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getURL();
        }
    }
}
