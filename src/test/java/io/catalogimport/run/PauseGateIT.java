package io.catalogimport.run;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.Pause;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.importing.Completion;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.LedgerScene;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.NameScope;
import io.catalogimport.ledger.Pauses;
import io.catalogimport.ledger.Pauses.Word;
import io.catalogimport.ledger.Selection;
import io.catalogimport.ledger.Starts.Start;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.validation.CheckSettings;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class PauseGateIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final Instant STARTED = FakeTime.START;

    private final Path directory;
    private final FakeTime time = new FakeTime();
    private final List<String> said = new ArrayList<>();
    private final Pauses pauses = new Pauses(DATABASE.jdbc());
    private final CurrentStart start = new CurrentStart(STARTED);
    private LedgerScene scene;

    PauseGateIT(@TempDir Path directory) {
        this.directory = directory;
        this.scene = LedgerScene.in(DATABASE);
    }

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
        scene.entry(aMapping(), MappingState.READY);
    }

    @Test
    void isOpenWhereNobodyHasPaused() throws IOException {
        assertThat(gate(time).awaitOpen()).isTrue();

        assertThat(time.waits()).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void holdsUntilTheRunIsResumedAndSaysSoOnce() throws IOException {
        pause(STARTED.plusSeconds(5));
        PauseGate gate = gate(duration -> {
            if (time.waits().size() == 3) {
                pauses.end(scene.run(), new Word("ben@laptop", time.instant()));
            }
            return time.waitFor(duration);
        });

        assertThat(gate.awaitOpen()).isTrue();

        assertThat(time.waits()).hasSize(4).containsOnly(Duration.ofSeconds(2));
        assertThat(said)
                .satisfiesExactly(
                        held -> assertThat(held).startsWith("Paused by anna@build-3 at 2026-03-01T12:00:05Z."),
                        over -> assertThat(over).isEqualTo("The pause is over. Imports go on."));
    }

    @Test
    void asksOnceInTwoSecondsForAllLanes() throws IOException {
        PauseGate gate = gate(time);
        gate.awaitOpen();
        pause(STARTED.plusSeconds(1));

        assertThat(gate.awaitOpen()).isTrue();

        time.advance(Duration.ofSeconds(2));
        time.stopAfterWaits(1);
        assertThat(gate.awaitOpen()).isFalse();
    }

    /** Where the ledger has refused to begin an import. */
    @Test
    void asksAtOnceWhereTheLastAnswerIsOutOfDate() throws IOException {
        PauseGate gate = gate(time);
        gate.awaitOpen();
        pause(STARTED.plusSeconds(1));
        time.stopAfterWaits(1);

        gate.lookAgain();

        assertThat(gate.awaitOpen()).isFalse();
        assertThat(said).singleElement().asString().startsWith("Paused by anna@build-3");
    }

    /** Many lanes may be refused in the same moment. */
    @Test
    void asksNoMoreOftenOnceThePauseIsKnown() throws IOException {
        pause(STARTED.plusSeconds(1));
        PauseGate gate = gate(Duration::isZero);
        assertThat(gate.awaitOpen()).isFalse();
        pauses.end(scene.run(), new Word("ben@laptop", time.instant()));

        gate.lookAgain();

        assertThat(gate.awaitOpen()).as("asks anew").isFalse();
    }

    /** Otherwise the gate would say that a pause is over which has just begun. */
    @Test
    @Timeout(30)
    void dropsAnAnswerThatALaterOneHasOvertaken() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        Pauses slow = new Pauses(JdbcClient.create(closingFirst(() -> {
            answered.countDown();
            await(overtaken);
        })));
        PauseGate gate = gate(slow, Duration::isZero);
        CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(gate::awaitOpen);
        await(answered);
        pause(STARTED.plusSeconds(1));

        gate.lookAgain();
        boolean second = gate.awaitOpen();
        overtaken.countDown();

        assertThat(second).isFalse();
        assertThat(first.get()).isFalse();
        assertThat(said).singleElement().asString().startsWith("Paused by anna@build-3");
    }

    /** Does this when the first connection has given its answer and is closed. */
    private static DataSource closingFirst(Runnable work) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return new DelegatingDataSource(DATABASE.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                return isFirst.getAndSet(false) ? closing(connection, work) : connection;
            }
        };
    }

    private static Connection closing(Connection connection, Runnable work) {
        return (Connection) Proxy.newProxyInstance(
                PauseGateIT.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        work.run();
                    }
                    return method.invoke(connection, arguments);
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Otherwise each of many lanes would wait in turn for a connection to a database that is away. */
    @Test
    void asksOnceInTwoSecondsWhileTheDatabaseIsAway() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        PauseGate gate = gate(new Pauses(away(asked)), time);

        assertThat(failures(gate, 20)).isEqualTo(20);
        assertThat(asked).hasValue(1);

        time.advance(Duration.ofSeconds(2));
        assertThat(failures(gate, 20)).isEqualTo(20);
        assertThat(asked).hasValue(2);
    }

    @Test
    void doesNotAskIfTheRunIsToStop() throws IOException {
        AtomicInteger asked = new AtomicInteger();

        assertThat(gate(new Pauses(away(asked)), duration -> false).awaitOpen()).isFalse();

        assertThat(asked).hasValue(0);
    }

    /** In how many lanes, one after the other, the database is away. */
    private static long failures(PauseGate gate, int lanes) {
        return IntStream.range(0, lanes)
                .mapToObj(lane -> catchThrowable(gate::awaitOpen))
                .filter(CannotGetJdbcConnectionException.class::isInstance)
                .count();
    }

    private static JdbcClient away(AtomicInteger asked) {
        return JdbcClient.create(new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                asked.incrementAndGet();
                throw new SQLException("The database is away", "08001");
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        });
    }

    @Test
    void endsTheWaitWhenTheRunIsToStop() throws IOException {
        pause(STARTED.plusSeconds(5));
        time.stopAfterWaits(2);

        assertThat(gate(time).awaitOpen()).isFalse();
    }

    /** The end of --until counts on during a pause. */
    @Test
    void endsTheWaitWhenNothingMayBeginAnyMore() throws IOException {
        start.is(new Start(STARTED, Optional.of(STARTED.plusSeconds(60)), Optional.empty()), STARTED);
        pause(STARTED.plusSeconds(5));

        assertThat(gate(time).awaitOpen()).isFalse();

        assertThat(time.waited()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void refusesAStartOfAPausedRun() throws IOException {
        pause(STARTED.minusSeconds(5));

        assertThatThrownBy(gate(time)::requireOpen)
                .isInstanceOf(RunPausedException.class)
                .hasMessageContaining("anna@build-3 paused it at 2026-03-01T11:59:55Z");
    }

    /** The operator's clock may be ahead of this machine's. */
    @Test
    void refusesAStartWhoseRunWasPausedByAnotherClock() throws IOException {
        pause(STARTED.plusSeconds(5));

        assertThatThrownBy(gate(time)::requireOpen).isInstanceOf(RunPausedException.class);
    }

    @Test
    void refusesNoRunThatHasNothingLeft() throws IOException {
        LedgerScene done = LedgerScene.in(DATABASE, "done.csv");
        done.entry(aMapping(), MappingState.IMPORTED);
        scene = done;
        pause(STARTED.minusSeconds(5));

        gate(time).requireOpen();
    }

    private void pause(Instant at) {
        pauses.begin(scene.run(), new Word("anna@build-3", at));
    }

    private PauseGate gate(Pause pause) throws IOException {
        return gate(pauses, pause);
    }

    private PauseGate gate(Pauses pauses, Pause pause) throws IOException {
        RunContext context = new RunContext(scene.run(), options(), start, new Said(), time);
        return new PauseGate(pauses, context, pause);
    }

    private RunOptions options() throws IOException {
        Path file = Files.writeString(
                directory.resolve("mappings.csv"),
                String.join(",", LedgerScene.COLUMNS) + "\n"
                        + aMapping().asLine().raw() + "\n");
        return new RunOptions(
                RunCommand.IMPORT,
                MappingFile.open(file),
                STARTED,
                Selection.ALL,
                false,
                false,
                CheckSettings.STRICT,
                NameScope.REGION,
                Completion.STACK,
                Duration.ofMinutes(30),
                Duration.ofMinutes(5),
                ImportLimits.NONE,
                LaneOptions.ONE_AT_A_TIME,
                AwsOptions.DEFAULT,
                Duration.ZERO,
                directory,
                directory);
    }

    /** Remembers the sentences. */
    private final class Said implements RunProgress {
        @Override
        public void note(String sentence) {
            said.add(sentence);
        }

        @Override
        public void recovered(StateCounts rows) {}

        @Override
        public void waiting(String words, Instant deadline) {}

        @Override
        public void databaseAway(Instant deadline) {}

        @Override
        public void databaseBack(Duration away) {}

        @Override
        public long rowsDone() {
            return 0;
        }

        @Override
        public void validating(long mappings, long rows) {}

        @Override
        public void validated(LedgerEntry entry, MappingState verdict, String words) {}

        @Override
        public void importing(ImportWork work) {}

        @Override
        public void started(LedgerEntry entry) {}

        @Override
        public void ended(LedgerEntry entry, ImportOutcome outcome) {}
    }
}
