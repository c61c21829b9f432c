package io.catalogimport.cli;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.Plural;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.LaneOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Progress as one log line for each import, in whatever lane. */
final class ProgressLog implements ProgressView {
    private static final Logger log = LoggerFactory.getLogger(ProgressLog.class);

    /** Validation of a large file takes hours. Without a line now and then, it would look as if it hung. */
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final Clock clock;
    private final boolean shared;
    private final ProgressState state;
    private final AtomicLong validated = new AtomicLong();
    private volatile long toValidate;
    private Instant nextLine;

    /** Where other processes work on the run too, it is not known how many rows are left to this one. */
    ProgressLog(Clock clock, LaneOptions lanes) {
        this.clock = clock;
        this.nextLine = clock.instant().plus(BETWEEN_LINES);
        this.shared = lanes.shared();
        this.state = new ProgressState(clock, lanes);
    }

    @Override
    public void recovered(StateCounts rows) {
        log.warn(ProgressText.recovered(rows));
    }

    @Override
    public void waiting(String words, Instant deadline) {
        log.warn(ProgressText.waiting(words, deadline));
    }

    @Override
    public void aboutFile(String sentence) {
        log.warn(sentence);
    }

    @Override
    public void databaseAway(Instant deadline) {
        log.warn(ProgressText.databaseAway(deadline));
    }

    @Override
    public void databaseBack(Duration away) {
        log.warn(ProgressText.databaseBack(away));
    }

    @Override
    public void note(String sentence) {
        log.info(sentence);
    }

    @Override
    public void validating(long mappings, long rows) {
        state.validating(mappings, rows);
        toValidate = mappings;
        validated.set(0);
        String all = mappings == rows ? "" : "of " + rows + " ";
        log.info(
                "Validating {} {}{}{}",
                mappings,
                all,
                rows == 1 ? "row" : "rows",
                shared ? ", all workers together" : "");
        lineIsWritten();
    }

    /** The result shows every rejected row; here it would be there twice. */
    @Override
    public void validated(LedgerEntry entry, MappingState verdict, String words) {
        state.validated(verdict);
        log.debug("Line {}, {}: {} {}", entry.line(), entry.mapping().stackArn().stackName(), verdict, words);
        // A chunk that is rolled back comes twice.
        long rows = Math.min(validated.incrementAndGet(), toValidate);
        if (!isTimeForLine()) {
            return;
        }
        if (shared) {
            log.info("{} validated by this worker", Plural.of(rows, "row"));
        } else {
            log.info("{} of {} validated", rows, Plural.of(toValidate, "row"));
        }
    }

    private synchronized boolean isTimeForLine() {
        if (clock.instant().isBefore(nextLine)) {
            return false;
        }
        lineIsWritten();
        return true;
    }

    private synchronized void lineIsWritten() {
        nextLine = clock.instant().plus(BETWEEN_LINES);
    }

    @Override
    public void importing(ImportWork work) {
        state.importing(work);
        String before = shared ? "" : "; %d of %s done".formatted(state.done(), Plural.of(state.total(), "row"));
        log.info("{}{}", ProgressText.importing(work, shared), before);
    }

    @Override
    public void started(LedgerEntry entry) {
        state.started(entry);
        log.debug(
                "Line {}: {} from state {}",
                entry.line(),
                entry.mapping().stackArn().stackName(),
                entry.state());
    }

    @Override
    public void ended(LedgerEntry entry, ImportOutcome outcome) {
        Duration took = state.ended(entry, outcome);
        if (outcome instanceof ImportOutcome.NotBegun) {
            return;
        }
        String place = shared || state.total() == 0 ? "" : "%d of %d, ".formatted(state.done(), state.total());
        String words = ProgressText.ended(entry, outcome, took);
        LoggingEventBuilder line = log.atLevel(ProgressText.isTrouble(outcome) ? Level.WARN : Level.INFO);
        Optional<String> requestId = RequestId.in(words);
        (requestId.isPresent() ? line.addKeyValue("request_id", requestId.get()) : line).log("{}{}", place, words);
    }

    @Override
    public long rowsDone() {
        return state.rowsDone();
    }

    @Override
    public String summary() {
        return state.summary();
    }

    @Override
    public void finish() {}
}
