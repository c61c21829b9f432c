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
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ProgressLogTest {

    @Test
    void tellsRowsOfTheSameLineOfDifferentFilesApart() {
        ProgressLog log = new ProgressLog(Clock.systemUTC(), false);
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
            ProgressLog log = new ProgressLog(time, false);
            log.started(entry);
            log.ended(entry, new ImportOutcome.Imported());
        });

        assertThat(messages).anyMatch(message -> message.contains("imported in 14 seconds"));
    }

    @Test
    void doesNotCountAsItsOwnWhatAllWorkersDoTogether() {
        List<String> messages = messagesOf(() -> {
            ProgressLog log = new ProgressLog(new FakeTime(), true);
            log.validating(30, 30);
            log.importing(20);
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
    void saysOfHowManyRowsItLooksAtSome() {
        List<String> messages = messagesOf(() -> {
            ProgressLog log = new ProgressLog(new FakeTime(), false);
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
