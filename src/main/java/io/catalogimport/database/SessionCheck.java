package io.catalogimport.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Finds out whether each of our connections has a server session for itself. A connection pooler in transaction mode
 * gives each transaction the session that is free, so locks that one process holds would be another's.
 */
public final class SessionCheck {
    public static final String WORDS =
            "The connection pooler between us and PostgreSQL does not keep sessions, so the locks that keep two processes apart do not hold. Use the pooler's session mode, or PostgreSQL's own port, in SPRING_DATASOURCE_URL.";

    /** The server's own way to notice that a client's machine is gone would take two hours; seconds. */
    private static final String NOTICE_A_LOST_CLIENT =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    /** A pooler with room may hand out the same session several times by chance. */
    private static final int ROUNDS = 3;

    private final DataSource database;

    /** Of this database. */
    public SessionCheck(DataSource database) {
        this.database = database;
    }

    /**
     * Tries it with two connections.
     *
     * @throws UnusableDatabaseException if both meet in one session, or one connection changes its session
     */
    public void requireSessionsOfOurOwn() throws SQLException {
        try (Connection one = database.getConnection();
                Connection other = database.getConnection()) {
            // Some poolers (RDS Proxy) do keep the session of a connection that has settings, as the one with our locks
            // has.
            noticeALostClient(one);
            int session = backend(one);
            for (int round = 0; round < ROUNDS; round++) {
                other.setAutoCommit(false);
                require(session != backend(other));
                // The transaction keeps its session busy, so a pooler has to give this statement another one.
                require(session == backend(one));
                other.rollback();
                other.setAutoCommit(true);
                // Twice, for a pooler that gives out its sessions in turn.
                require(session == backend(one));
                require(session == backend(one));
            }
        }
    }

    /** The process number of the session at the server. */
    public static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Lets the server end the session soon after the process at its other end is gone. */
    public static void noticeALostClient(Connection connection) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute(NOTICE_A_LOST_CLIENT);
        }
    }

    private static void require(boolean kept) {
        if (!kept) {
            throw new UnusableDatabaseException(WORDS);
        }
    }
}
