package io.catalogimport.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The one database session that holds locks, kept open for as long as they are held. Not thread-safe. */
final class LockSession implements AutoCloseable {
    /** The server's own way to notice that a client's machine is gone would take two hours; seconds. */
    private static final String NOTICE_A_LOST_CLIENT =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    /** While a stack is imported, nothing happens here for long. PostgreSQL 13 and older have only the second one. */
    private static final String STAY_WHEN_IDLE = """
            select set_config(name, '0', false)
              from (values ('idle_session_timeout'), ('idle_in_transaction_session_timeout')) setting (name)
             where current_setting(name, true) is not null
            """;

    /** Nothing happens in a session that is not ours: a lock that is taken there would stay. */
    private static final String HERE = " where pg_backend_pid() = ";

    private static final int ALIVE_SECONDS = 5;
    private static final int ATTEMPTS_TO_FREE = 20;

    private final Connection connection;
    private final int backend;

    LockSession(DataSource database) throws SQLException {
        this.connection = database.getConnection();
        try {
            this.backend = SessionCheck.backend(connection);
            noticeALostClient(connection);
            try (Statement settings = connection.createStatement()) {
                settings.execute(STAY_WHEN_IDLE);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static void noticeALostClient(Connection connection) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute(NOTICE_A_LOST_CLIENT);
        }
    }

    /** For statements that may run in any session. */
    Connection connection() {
        return connection;
    }

    /**
     * Calls a function of locks.
     *
     * @throws UnusableDatabaseException if a pooler would run it in another session
     */
    boolean call(String function, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + function + HERE + backend)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                if (!answer.next()) {
                    throw new UnusableDatabaseException(SessionCheck.WORDS);
                }
                return answer.getBoolean(1);
            }
        }
    }

    /**
     * Whether the session is still there.
     *
     * @throws UnusableDatabaseException if a pooler has exchanged it
     */
    boolean isAlive() {
        try {
            if (!connection.isValid(ALIVE_SECONDS)) {
                return false;
            }
            if (SessionCheck.backend(connection) != backend) {
                throw new UnusableDatabaseException(SessionCheck.WORDS);
            }
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
                try (ResultSet answer = statement.executeQuery("select pg_advisory_unlock_all()" + HERE + backend)) {
                    freed = answer.next();
                }
            }
        }
    }
}
