package io.catalogimport.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * What this process alone may work on: PostgreSQL session advisory locks on one connection, kept open for as long as
 * they are held. They are free at once when the process dies, and within half a minute when its machine is gone. A
 * connection pooler between us and PostgreSQL must therefore keep sessions.
 */
public final class ProcessLocks implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProcessLocks.class);

    /** The server's own way to notice that a client's machine is gone would take two hours; seconds. */
    private static final String NOTICE_A_LOST_CLIENT =
            "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    private static final String TRY_LOCK = "select pg_try_advisory_lock(hashtextextended('catalog-import ' || ?, 0))";

    private static final String TRY_LOCK_SHARED =
            "select pg_try_advisory_lock_shared(hashtextextended('catalog-import ' || ?, 0))";

    private static final String UNLOCK = "select pg_advisory_unlock(hashtextextended('catalog-import ' || ?, 0))";

    private static final String SIGN = """
            insert into lock_holder (name, host, process, file, since, backend) values (?, ?, ?, ?, ?, pg_backend_pid())
            on conflict (name) do update
               set host = excluded.host, process = excluded.process, file = excluded.file, since = excluded.since,
                   backend = excluded.backend
            """;

    private static final String HOLDER = """
            select host, process, file, since
              from lock_holder
              join pg_locks on pid = backend
             where name = ?
               and locktype = 'advisory' and granted and objsubid = 1
               and database = (select oid from pg_database where datname = current_database())
               and (classid::bigint << 32 | objid::bigint) = hashtextextended('catalog-import ' || name, 0)
            """;

    private static final int ALIVE_SECONDS = 5;

    private final Connection session;
    private final LockHolder self;
    private final Set<String> held = new HashSet<>();

    /** @param self how this process is named to others that find its locks taken */
    public ProcessLocks(DataSource database, LockHolder self) {
        this.self = self;
        try {
            this.session = database.getConnection();
            try (Statement settings = session.createStatement()) {
                settings.execute(NOTICE_A_LOST_CLIENT);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Takes the lock of this name, unless this process has it already; false if another process has it. */
    public synchronized boolean tryLock(String name) {
        boolean taken = held.contains(name) || take(TRY_LOCK, name);
        if (taken) {
            held.add(name);
        }
        return taken;
    }

    /** Takes the lock of this name together with others that share it; false if a process has it for itself. */
    public synchronized boolean tryLockShared(String name) {
        return take(TRY_LOCK_SHARED, name);
    }

    private boolean take(String function, String name) {
        try {
            boolean taken = call(function, name);
            if (taken) {
                sign(name);
            }
            return taken;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Frees the lock of this name, if this process has it for itself. */
    public synchronized void unlock(String name) {
        try {
            if (held.remove(name)) {
                call(UNLOCK, name);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Who has the lock of this name; empty if nobody has, or if the holder has not said yet who it is. */
    public synchronized Optional<LockHolder> holder(String name) {
        try (PreparedStatement statement = session.prepareStatement(HOLDER)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new LockHolder(
                                row.getString("host"),
                                row.getLong("process"),
                                row.getString("file"),
                                row.getTimestamp("since").toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Makes sure, as late as can be, that nobody else may work on what is locked, and that the database is there.
     *
     * @throws LocksLostException if the session with the locks has ended
     */
    public synchronized void requireHeld() {
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
    public synchronized void close() {
        try (session;
                Statement statement = session.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException e) {
            // With its session, the locks are free, too.
            log.debug("The session with the locks had ended", e);
        }
    }

    private boolean call(String function, String name) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(function)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void sign(String name) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(SIGN)) {
            statement.setString(1, name);
            statement.setString(2, self.host());
            statement.setLong(3, self.process());
            statement.setString(4, self.file());
            statement.setTimestamp(5, Timestamp.from(self.since()));
            statement.executeUpdate();
        }
    }

    private static UncategorizedSQLException failed(SQLException e) {
        return new UncategorizedSQLException("Locking", null, e);
    }
}
