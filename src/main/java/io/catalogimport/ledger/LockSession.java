package io.catalogimport.ledger;

import io.catalogimport.database.SessionCheck;
import io.catalogimport.database.UnusableDatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The one database session that holds locks, kept open for as long as they are held. Not thread-safe. */
final class LockSession implements AutoCloseable {

    /** While a stack is imported, nothing happens here for long. PostgreSQL 13 and older have only the second one. */
    private static final String STAY_WHEN_IDLE = """
            select set_config(name, '0', false)
              from (values ('idle_session_timeout'), ('idle_in_transaction_session_timeout')) setting (name)
             where current_setting(name, true) is not null
            """;

    /** In statements, the condition that nothing happens in a session that is not ours: a lock that is taken there would stay. */
    static final String HERE = "{here}";

    private static final String UNLOCK_ALL = "select pg_advisory_unlock_all() where " + HERE;

    private static final int ALIVE_MILLIS = 5_000;
    private static final int ATTEMPTS_TO_FREE = 20;

    private final Connection connection;
    private final int backend;

    LockSession(DataSource database) throws SQLException {
        this.connection = database.getConnection();
        try {
            this.backend = SessionCheck.backend(connection);
            SessionCheck.noticeALostClient(connection);
            try (Statement settings = connection.createStatement()) {
                settings.execute(STAY_WHEN_IDLE);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** For statements that may run in any session. */
    Connection connection() {
        return connection;
    }

    /**
     * Asks a question about locks, with {@link #HERE} as its condition.
     *
     * @throws UnusableDatabaseException if a pooler would run it in another session
     */
    boolean ask(String question, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(here(question))) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet answer = statement.executeQuery()) {
                if (!answer.next()) {
                    throw new UnusableDatabaseException(SessionCheck.WORDS);
                }
                return answer.getBoolean(1);
            }
        }
    }

    private String here(String statement) {
        return statement.replace(HERE, "pg_backend_pid() = " + backend);
    }

    /**
     * Whether the session is still there.
     *
     * @throws UnusableDatabaseException if a pooler has exchanged it
     */
    boolean isAlive() {
        try {
            int usual = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, ALIVE_MILLIS);
            if (SessionCheck.backend(connection) != backend) {
                throw new UnusableDatabaseException(SessionCheck.WORDS);
            }
            connection.setNetworkTimeout(Runnable::run, usual);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether it has ended, and somebody has met that. */
    boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** Frees all locks. Behind a pooler, that may need several attempts until they meet the session with the locks. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            boolean freed = false;
            for (int attempt = 0; attempt < ATTEMPTS_TO_FREE && !freed; attempt++) {
                try (ResultSet answer = statement.executeQuery(here(UNLOCK_ALL))) {
                    freed = answer.next();
                }
            }
        }
    }
}
