package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.catalogimport.database.DatabaseOutage;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.LocksLostException;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.database.SessionCheck;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class ProcessLocksIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final LockHolder SELF =
            new LockHolder("host", 4711, "mappings.csv", Instant.parse("2026-03-01T12:00:00Z"));
    private static final String LANE = "lane 111122223333/eu-central-1";

    @Test
    void refusesWhatAnotherProcessHas() {
        try (ProcessLocks mine = new ProcessLocks(process(), SELF);
                ProcessLocks others = new ProcessLocks(process(), SELF)) {
            assertThat(mine.tryLock(LANE)).isTrue();
            assertThat(others.tryLock(LANE)).isFalse();
        }
    }

    @Test
    void givesSeveralLocksToOneProcess() {
        try (ProcessLocks mine = new ProcessLocks(process(), SELF);
                ProcessLocks others = new ProcessLocks(process(), SELF)) {
            assertThat(mine.tryLock(LANE)).isTrue();
            assertThat(mine.tryLock("another lane")).isTrue();
            assertThat(others.tryLock("a third lane")).isTrue();
        }
    }

    @Test
    void freesEverythingWhenItIsClosed() {
        ProcessLocks mine = new ProcessLocks(DATABASE.dataSource(), SELF);
        mine.tryLock(LANE);
        mine.tryLock(LANE);
        mine.tryLock("another lane");

        mine.close();

        try (ProcessLocks others = new ProcessLocks(process(), SELF)) {
            assertThat(others.tryLock(LANE))
                    .as("also where the connection goes back to a pool")
                    .isTrue();
            assertThat(others.tryLock("another lane")).isTrue();
        }
    }

    @Test
    void isFreeWhenTheSessionOfTheOtherProcessDies() {
        try (ProcessLocks others = new ProcessLocks(process(), SELF)) {
            ProcessLocks mine = new ProcessLocks(process(), SELF);
            mine.tryLock(LANE);

            terminateHoldersOfLocks();

            assertThat(others.tryLock(LANE)).isTrue();
            assertThatThrownBy(mine::requireHeld).isInstanceOf(LocksLostException.class);
            assertThatThrownBy(() -> mine.tryLock("another lane")).isInstanceOf(LocksLostException.class);
        }
    }

    @Test
    void areLostHoweverOftenTheyAreUsedAfterwards() {
        try (ProcessLocks mine = new ProcessLocks(DATABASE.dataSource(), SELF)) {
            mine.tryLock(LANE);
            terminateHoldersOfLocks();

            assertThat(catchThrowable(() -> mine.tryLock("another lane"))).matches(DatabaseOutage::isBehind, "outage");
            assertThat(catchThrowable(() -> mine.tryLock("a third lane"))).matches(DatabaseOutage::isBehind, "outage");
            assertThat(catchThrowable(() -> mine.unlock(LANE))).matches(DatabaseOutage::isBehind, "outage");
            assertThat(catchThrowable(() -> mine.lock(LANE, Duration.ofSeconds(1))))
                    .matches(DatabaseOutage::isBehind, "outage");
            assertThat(catchThrowable(() -> mine.holder(LANE))).matches(DatabaseOutage::isBehind, "outage");
        }
    }

    @Test
    void allWhoWaitForACheckOfTheSessionShareTheNextOne() throws Exception {
        WatchedSession session = new WatchedSession(process());
        try (ProcessLocks mine = new ProcessLocks(session, SELF)) {
            List<Future<?>> waiting = new ArrayList<>();
            session.duringTheNextCheck = () -> {
                for (int caller = 0; caller < 20; caller++) {
                    waiting.add(session.threads.submit(mine::requireHeld));
                }
                await(() -> session.blockedThreads() == waiting.size());
            };

            mine.requireHeld();
            for (Future<?> check : waiting) {
                check.get(20, TimeUnit.SECONDS);
            }

            assertThat(session.checks).as("one, and one for all others").hasValue(2);
        } finally {
            session.threads.shutdownNow();
        }
    }

    @Test
    void aCheckThatBeganBeforeSaysNothing() throws Exception {
        WatchedSession session = new WatchedSession(process());
        try (ProcessLocks mine = new ProcessLocks(session, SELF)) {
            mine.tryLock(LANE);
            List<Future<?>> waiting = new ArrayList<>();
            session.duringTheNextCheck = () -> {
                terminateHoldersOfLocks();
                waiting.add(session.threads.submit(mine::requireHeld));
                await(() -> session.blockedThreads() == 1);
            };

            assertThatCode(mine::requireHeld).doesNotThrowAnyException();
            assertThatThrownBy(() -> waiting.get(0).get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(LocksLostException.class);
        } finally {
            session.threads.shutdownNow();
        }
    }

    @Test
    void tellsWhoHasALock() {
        try (ProcessLocks mine = new ProcessLocks(process(), SELF);
                ProcessLocks others = new ProcessLocks(process(), SELF)) {
            mine.tryLock(LANE);

            assertThat(others.holder(LANE)).contains(SELF);
        }
    }

    @Test
    void namesNobodyForALockThatIsFreeAgain() {
        try (ProcessLocks mine = new ProcessLocks(process(), SELF);
                ProcessLocks others = new ProcessLocks(process(), SELF)) {
            mine.tryLock(LANE);
            mine.unlock(LANE);

            assertThat(others.holder(LANE)).isEmpty();
        }
    }

    @Test
    void namesNobodyWhileTheNewHolderHasNotSaidWhoItIs() {
        try (ProcessLocks mine = new ProcessLocks(process(), SELF);
                ProcessLocks others = new ProcessLocks(process(), SELF)) {
            mine.tryLock(LANE);
            mine.unlock(LANE);
            mine.tryLock("another lane");

            assertThat(others.holder(LANE)).isEmpty();
        }
    }

    @Test
    void freesOneLockAndKeepsTheOthers() {
        try (ProcessLocks mine = new ProcessLocks(process(), SELF);
                ProcessLocks others = new ProcessLocks(process(), SELF)) {
            mine.tryLock(LANE);
            mine.tryLock("another lane");

            mine.unlock(LANE);

            assertThat(others.tryLock(LANE)).isTrue();
            assertThat(others.tryLock("another lane")).isFalse();
        }
    }

    @Test
    void staysWhenTheServerEndsIdleSessions() throws SQLException {
        PGSimpleDataSource impatient = process();
        impatient.setOptions("-c idle_session_timeout=300");
        try (ProcessLocks mine = new ProcessLocks(impatient, SELF);
                Connection idle = impatient.getConnection()) {
            mine.tryLock(LANE);
            int backend = SessionCheck.backend(idle);

            await(() -> DATABASE.jdbc()
                    .sql("select pid from pg_stat_activity where pid = ?")
                    .param(backend)
                    .query(Integer.class)
                    .list()
                    .isEmpty());

            assertThatCode(mine::requireHeld).doesNotThrowAnyException();
        }
    }

    @Test
    void theSessionIsUsedNowAndThen() {
        try (ProcessLocks mine = new ProcessLocks(process(), SELF, Duration.ofMillis(20))) {
            mine.tryLock(LANE);
            String used = lastUse();

            await(() -> !lastUse().equals(used));
        }
    }

    @Test
    void theSessionIsNoLongerUsedWhenItIsLost() {
        try (ProcessLocks mine = new ProcessLocks(process(), SELF, Duration.ofMillis(20))) {
            mine.tryLock(LANE);

            terminateHoldersOfLocks();

            await(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("lock-session")));
            assertThatThrownBy(mine::requireHeld).isInstanceOf(LocksLostException.class);
        }
    }

    private static String lastUse() {
        return DATABASE.jdbc().sql("""
                        select state_change::text from pg_stat_activity
                         where pid = (select pid from pg_locks where locktype = 'advisory')
                        """).query(String.class).single();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void refusesToBeginWithoutADatabase() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:1/none");

        assertThatThrownBy(() -> new ProcessLocks(nowhere, SELF)).isInstanceOf(DataAccessException.class);
    }

    /** Waits, within limits, until the sessions are gone. */
    private static void terminateHoldersOfLocks() {
        List<Boolean> gone = DATABASE.jdbc()
                .sql("select pg_terminate_backend(pid, ?) from pg_locks where locktype = 'advisory'")
                .param(Duration.ofSeconds(10).toMillis())
                .query(Boolean.class)
                .list();
        assertThat(gone).containsExactly(true);
    }

    /** A data source whose every connection is a session of its own, as in another process. */
    private static PGSimpleDataSource process() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(DATABASE.jdbcUrl());
        return source;
    }

    /** Sessions that count how often it is asked whether they are there, and let a test do something meanwhile. */
    private static final class WatchedSession extends DelegatingDataSource {
        private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "caller"));
        private final AtomicInteger checks = new AtomicInteger();
        private Runnable duringTheNextCheck = () -> {};

        WatchedSession(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                        if (method.getName().equals("setNetworkTimeout") && ((int) arguments[1]) == 0) {
                            checks.incrementAndGet();
                            Runnable meanwhile = duringTheNextCheck;
                            duringTheNextCheck = () -> {};
                            meanwhile.run();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }

        /** The callers that wait until the locks are no longer in use. */
        private long blockedThreads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("caller"))
                    .filter(thread -> thread.getState() == Thread.State.BLOCKED)
                    .count();
        }
    }
}
