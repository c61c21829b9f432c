package io.catalogimport.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * What this process alone may work on: PostgreSQL session advisory locks on one connection, kept open for as long as
 * they are held. They are free at once when the process dies. A connection pooler between us and PostgreSQL must
 * therefore keep sessions.
 */
public final class ProcessLocks implements AutoCloseable {
    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended('catalog-import ' || ?, 0))";

    private static final int ALIVE_SECONDS = 5;

    private final Connection session;

    public ProcessLocks(DataSource database) {
        try {
            this.session = database.getConnection();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Takes the lock of this name; false if another process has it. */
    public boolean tryLock(String name) {
        try (PreparedStatement statement = session.prepareStatement(TRY_LOCK)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Makes sure, as late as can be, that nobody else may work on what is locked.
     *
     * @throws LocksLostException if the session with the locks has ended
     */
    public void requireHeld() {
        try {
            if (!session.isValid(ALIVE_SECONDS)) {
                throw new LocksLostException();
            }
        } catch (SQLException e) {
            throw new LocksLostException();
        }
    }

    /** Frees all locks. */
    @Override
    public void close() {
        try (session;
                PreparedStatement statement = session.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static UncategorizedSQLException failed(SQLException e) {
        return new UncategorizedSQLException("Locking", null, e);
    }
}
