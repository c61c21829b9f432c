package io.catalogimport.cli;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.Attempt;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.LaneOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ProgressLogTest {
    private static final LaneOptions SHARED = new LaneOptions(1, LaneScope.ACCOUNT_REGION, true);

    @Test
    void tellsRowsOfTheSameLineOfDifferentFilesApart() {
        ProgressLog log = new ProgressLog(Clock.systemUTC(), LaneOptions.ONE_AT_A_TIME);
        log.started(entry(1));
        log.started(entry(2));

        log.ended(entry(1), new ImportOutcome.Imported());
        log.ended(entry(2), new ImportOutcome.Imported());

        assertThat(log.rowsDone()).isEqualTo(2);
    }

    @Test
    void countsTheTimeOfAnImportFromItsRequestAlsoIfAnEarlierStartMadeIt() {
        FakeTime time = new FakeTime();
        LedgerEntry entry = entry(1, time.instant().minusSeconds(14));

        List<String> messages = messagesOf(() -> {
            ProgressLog log = new ProgressLog(time, LaneOptions.ONE_AT_A_TIME);
            log.started(entry);
            log.ended(entry, new ImportOutcome.Imported());
        });

        assertThat(messages).anyMatch(message -> message.contains("imported in 14 seconds"));
    }

    @Test
    void doesNotCountAsItsOwnWhatAllWorkersDoTogether() {
        List<String> messages = messagesOf(() -> {
            ProgressLog log = new ProgressLog(new FakeTime(), SHARED);
            log.validating(30, 30);
            log.importing(work(20, 10));
            log.started(entry(1));
            log.ended(entry(1), new ImportOutcome.Imported());
        });

        assertThat(messages)
                .contains("Validating 30 rows, all workers together", "Importing 20 stacks, all workers together")
                .last()
                .asString()
                .startsWith("line 5, ");
    }

    @Test
    void saysOnceAMinuteHowManyRowsAreValidated() {
        FakeTime time = new FakeTime();

        List<String> messages = messagesOf(() -> {
            ProgressLog log = new ProgressLog(time, LaneOptions.ONE_AT_A_TIME);
            log.validating(300, 1_000);
            for (int row = 1; row <= 25; row++) {
                time.advance(Duration.ofSeconds(5));
                log.validated(entry(1), MappingState.READY, "");
            }
        });

        assertThat(messages)
                .containsExactly("Validating 300 of 1000 rows", "12 of 300 rows validated", "24 of 300 rows validated");
    }

    @Test
    void saysOfTheRowsThatAWorkerHasValidatedHowManyThereAre() {
        FakeTime time = new FakeTime();

        List<String> messages = messagesOf(() -> {
            ProgressLog log = new ProgressLog(time, SHARED);
            log.validating(300, 1_000);
            time.advance(Duration.ofMinutes(1));
            log.validated(entry(1), MappingState.READY, "");
        });

        assertThat(messages).last().isEqualTo("1 row validated by this worker");
    }

    @Test
    void countsTheRowsOfTheWholeRunAlsoAfterARestart() {
        List<String> messages = messagesOf(() -> {
            ProgressLog log = new ProgressLog(new FakeTime(), LaneOptions.ONE_AT_A_TIME);
            log.importing(work(160, 42));
            log.started(entry(1));
            log.ended(entry(1), new ImportOutcome.Imported());
        });

        assertThat(messages)
                .contains("Importing 160 stacks; 42 of 202 rows done")
                .last()
                .asString()
                .startsWith("43 of 202, line 5, ");
    }

    @Test
    void doesNotCountBackwardsWhenTheDatabaseIsBack() {
        List<String> messages = messagesOf(() -> {
            ProgressLog log = new ProgressLog(new FakeTime(), LaneOptions.ONE_AT_A_TIME);
            log.importing(work(3, 0));
            log.started(entry(1));
            log.ended(entry(1), new ImportOutcome.Failed(Remark.NONE));
            log.databaseBack(Duration.ofSeconds(12));
            log.importing(work(3, 0));
        });

        assertThat(messages)
                .containsSubsequence("The database is back after 12 seconds", "Importing 3 stacks; 1 of 3 rows done");
    }

    @Test
    void saysHowManyOfTheReadyStacksTheLimitLetsBegin() {
        List<String> messages = messagesOf(() -> new ProgressLog(new FakeTime(), LaneOptions.ONE_AT_A_TIME)
                .importing(new ImportWork(
                        new StateCounts(Map.of(MappingState.READY, 6L)),
                        Map.of("a/b", 6L),
                        Optional.of(1L),
                        List.of())));

        assertThat(messages).containsExactly("Importing 1 of 6 stacks (--limit); 0 of 6 rows done");
    }

    @Test
    void leavesRejectedRowsToTheResult() {
        List<String> messages = messagesOf(() -> new ProgressLog(new FakeTime(), LaneOptions.ONE_AT_A_TIME)
                .validated(entry(1), MappingState.REJECTED, "STACK_NOT_FOUND"));

        assertThat(messages).isEmpty();
    }

    @Test
    void sumsUpWhatTheStartDid() {
        FakeTime time = new FakeTime();
        ProgressLog log = new ProgressLog(time, LaneOptions.ONE_AT_A_TIME);
        log.importing(work(1, 0));
        log.started(entry(1, time.instant()));
        time.waitFor(Duration.ofSeconds(75));
        log.ended(entry(1), new ImportOutcome.Imported());

        assertThat(log.summary()).isEqualTo("1 stack imported in 1 lane, in 1 minute 15 seconds.");
    }

    private static ImportWork work(long ready, long imported) {
        return new ImportWork(
                new StateCounts(Map.of(MappingState.READY, ready, MappingState.IMPORTED, imported)),
                Map.of("111122223333/eu-central-1", ready),
                Optional.empty(),
                List.of());
    }

    @Test
    void saysOfHowManyRowsItLooksAtSome() {
        List<String> messages = messagesOf(() -> {
            ProgressLog log = new ProgressLog(new FakeTime(), LaneOptions.ONE_AT_A_TIME);
            log.validating(11, 12);
            log.validating(0, 1);
            log.validating(2, 2);
        });

        assertThat(messages).containsExactly("Validating 11 of 12 rows", "Validating 0 of 1 row", "Validating 2 rows");
    }

    private static List<String> messagesOf(Runnable work) {
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        Logger logger = (Logger) LoggerFactory.getLogger(ProgressLog.class);
        logger.setLevel(Level.INFO);
        logger.addAppender(said);
        work.run();
        logger.detachAppender(said);
        logger.setLevel(null);
        return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static LedgerEntry entry(long run) {
        return entry(run, null);
    }

    private static LedgerEntry entry(long run, @Nullable Instant startedAt) {
        return new LedgerEntry(
                run,
                aMapping().onLine(5).build(),
                MappingState.IN_PROGRESS,
                new Attempt(1, "t", "r", "p", startedAt),
                null);
    }
}
