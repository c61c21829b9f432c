package io.catalogimport.ledger;

import io.catalogimport.database.LockHolder;
import io.catalogimport.database.LocksLostException;
import io.catalogimport.database.UnusableDatabaseException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * What this process alone may work on: PostgreSQL session advisory locks in one session, kept open for as long as they
 * are held. They are free at once when the process dies, and within half a minute when its machine is gone. A
 * connection pooler between us and PostgreSQL must therefore keep sessions.
 */
public final class ProcessLocks implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProcessLocks.class);

    /** Less than what firewalls and load balancers allow a connection to be silent: three minutes and more. */
    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

    private static final String KEY = "(hashtextextended('catalog-import ' || ?, 0))";

    private static final String UNLOCK = "select pg_advisory_unlock" + KEY + " where " + LockSession.HERE;

    /**
     * Takes a lock and says who has it. For the name nobody waits for the disk: if the server ends, the lock is free, and
     * who had it is of no use.
     */
    private static final String TAKE = """
            with lock as materialized (select {function}%s as taken where %s),
                 sign as (
                     insert into lock_holder (name, host, process, file, since, backend)
                     select ?, ?, ?, ?, ?, pg_backend_pid()
                       from lock, set_config('synchronous_commit', 'off', true)
                      where taken
                     on conflict (name, backend) do update
                        set host = excluded.host, process = excluded.process, file = excluded.file,
                            since = excluded.since)
            select taken from lock
            """.formatted(KEY, LockSession.HERE);

    private static final String TRY_LOCK = TAKE.replace("{function}", "pg_try_advisory_lock");

    private static final String TRY_LOCK_SHARED = TAKE.replace("{function}", "pg_try_advisory_lock_shared");

    private static final String LOCK = TAKE.replace("{function}" + KEY, "pg_advisory_lock" + KEY + " is not null");

    private static final String WAITED_TOO_LONG = "55P03";

    /** What a failure is said to have happened in. */
    private static final String WORK = "Locking";

    /** A process that died could not do it itself. */
    private static final String FORGET_THE_DEAD =
            "delete from lock_holder where backend not in (select pid from pg_stat_activity)";

    private static final String HOLDER = """
            select host, process, file, since
              from lock_holder
              join pg_locks on pid = backend
             where name = ?
               and locktype = 'advisory' and granted and objsubid = 1
               and database = (select oid from pg_database where datname = current_database())
               and (classid::bigint << 32 | objid::bigint) = hashtextextended('catalog-import ' || name, 0)
             order by since limit 1
            """;

    private final LockSession session;
    private final LockHolder self;
    private final Set<String> held = new HashSet<>();
    private final SessionWatch watch;
    /** How many checks of the session have begun, and the latest one that found it alive. */
    private volatile long begun;

    private long alive;
    private boolean closed;

    /** @param self how this process is named to others that find its locks taken */
    public ProcessLocks(DataSource database, LockHolder self) {
        this(database, self, BETWEEN_USES);
    }

    ProcessLocks(DataSource database, LockHolder self, Duration betweenUses) {
        this.self = self;
        try {
            this.session = new LockSession(database);
        } catch (SQLException e) {
            throw new UncategorizedSQLException(WORK, null, e);
        }
        execute(FORGET_THE_DEAD);
        this.watch = new SessionWatch(betweenUses, this::isStillThere);
    }

    /** Takes the lock of this name, unless this process has it already; false if another process has it. */
    public synchronized boolean tryLock(String name) {
        boolean taken = held.contains(name) || take(TRY_LOCK, name);
        if (taken) {
            held.add(name);
        }
        return taken;
    }

    /** Whether this process has the lock of this name for itself. */
    public synchronized boolean isHeld(String name) {
        return held.contains(name);
    }

    /** Takes the lock of this name together with others that share it; false if a process has it for itself. */
    public synchronized boolean tryLockShared(String name) {
        return take(TRY_LOCK_SHARED, name);
    }

    /** Waits for the lock of this name, but not for longer than this; false if another process still has it. */
    public synchronized boolean lock(String name, Duration atMost) {
        try {
            execute("set lock_timeout = " + atMost.toMillis());
            boolean taken = held.contains(name) || take(LOCK, name);
            held.add(name);
            return taken;
        } catch (UncategorizedSQLException e) {
            if (WAITED_TOO_LONG.equals(
                    Objects.requireNonNull(e.getSQLException()).getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            execute("reset lock_timeout");
        }
    }

    private boolean take(String statement, String name) {
        try {
            return session.ask(
                    statement, name, name, self.host(), self.process(), self.file(), Timestamp.from(self.since()));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Frees the lock of this name, if this process has it for itself. */
    public synchronized void unlock(String name) {
        try {
            if (held.remove(name)) {
                session.ask(UNLOCK, name);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Who has the lock of this name; empty if nobody has, or if the holder has not said yet who it is. */
    public synchronized Optional<LockHolder> holder(String name) {
        try (PreparedStatement statement = session.connection().prepareStatement(HOLDER)) {
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
     * Makes sure, as late as can be, that nobody else may work on what is locked, and that the database is there. All who
     * wait for a check share the next one: it begins after each of them has asked.
     *
     * @throws LocksLostException if the session with the locks has ended
     */
    public void requireHeld() {
        long begunBefore = begun;
        synchronized (this) {
            if (alive > begunBefore) {
                return;
            }
            begun++;
            if (!session.isAlive()) {
                throw new LocksLostException();
            }
            alive = begun;
        }
    }

    /** Only says what it finds: {@link #requireHeld} stops the run, where it can be stopped. */
    private synchronized boolean isStillThere() {
        if (closed) {
            return false;
        }
        try {
            requireHeld();
            return true;
        } catch (LocksLostException e) {
            log.warn("The database session that holds the locks was lost. An import in flight is followed;"
                    + " the next one begins after the locks are taken again");
        } catch (UnusableDatabaseException e) {
            log.warn("{} No further import begins", e.getMessage());
        }
        return false;
    }

    /** Frees all locks. */
    @Override
    public synchronized void close() {
        closed = true;
        watch.close();
        try {
            session.close();
        } catch (SQLException e) {
            // With its session, the locks are free, too.
            log.debug("The session with the locks had ended", e);
        }
    }

    private void execute(String statement) {
        try (Statement execution = session.connection().createStatement()) {
            execution.execute(statement);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The pool closes a connection that broke, and tells those who use it afterwards no more than that. */
    private RuntimeException failed(SQLException e) {
        return session.isClosed() ? new LocksLostException(e) : new UncategorizedSQLException(WORK, null, e);
    }
}
