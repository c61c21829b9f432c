package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.database.SessionCheck;
import io.catalogimport.database.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class SessionCheckIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final LockHolder SELF =
            new LockHolder("host", 4711, "mappings.csv", Instant.parse("2026-03-01T12:00:00Z"));

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "3,false", "5,false", "1,true", "2,true", "3,true", "5,true"})
    void recognisesAPoolerThatDoesNotKeepSessions(int sessions, boolean inTurn) throws SQLException {
        try (TransactionPooler pooler = new TransactionPooler(server(), sessions, inTurn)) {
            assertThatThrownBy(new SessionCheck(pooler)::requireSessionsOfOurOwn)
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessageContaining("pooler between us and PostgreSQL does not keep sessions")
                    .hasMessageContaining("session mode, or PostgreSQL's own port");
        }
    }

    @Test
    void acceptsThePostgresItself() {
        assertThatCode(new SessionCheck(server())::requireSessionsOfOurOwn).doesNotThrowAnyException();
        assertThatCode(new SessionCheck(DATABASE.dataSource())::requireSessionsOfOurOwn)
                .doesNotThrowAnyException();
    }

    @Test
    void aLockIsNeverTakenInASessionThatIsNotOurs() throws SQLException {
        try (TransactionPooler pooler = new TransactionPooler(server(), 2, false);
                ProcessLocks locks = new ProcessLocks(pooler, SELF);
                Connection other = pooler.getConnection()) {
            beginTransaction(other);

            assertThatThrownBy(() -> locks.tryLock("run 1")).isInstanceOf(UnusableDatabaseException.class);
            assertThat(locksThere()).isZero();
        }
    }

    @Test
    void aSessionThatIsExchangedLaterIsNoticedAndKeepsNoLock() throws SQLException {
        try (TransactionPooler pooler = new TransactionPooler(server(), 2, false)) {
            ProcessLocks locks = new ProcessLocks(pooler, SELF);
            assertThat(locks.tryLock("run 1")).isTrue();
            try (Connection other = pooler.getConnection()) {
                beginTransaction(other);
                assertThatThrownBy(locks::requireHeld).isInstanceOf(UnusableDatabaseException.class);
            }

            locks.close();

            assertThat(locksThere()).isZero();
        }
    }

    private static void beginTransaction(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        SessionCheck.backend(connection);
    }

    private static int locksThere() {
        return DATABASE.jdbc()
                .sql("select count(*) from pg_locks where locktype = 'advisory'")
                .query(Integer.class)
                .single();
    }

    private static PGSimpleDataSource server() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(DATABASE.jdbcUrl());
        return source;
    }
}
