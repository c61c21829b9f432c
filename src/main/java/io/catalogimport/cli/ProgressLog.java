package io.catalogimport.cli;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Progress as one log line a row, in whatever lane. */
final class ProgressLog implements ProgressView {
    private static final Logger log = LoggerFactory.getLogger(ProgressLog.class);

    private final Clock clock;
    private final boolean shared;
    private long total;
    private long done;
    private long rowsDone;
    private final Map<Row, Instant> startedAt = new HashMap<>();

    /** @param shared whether other processes work on the run too: then it is not known how many rows are left to this one */
    ProgressLog(Clock clock, boolean shared) {
        this.clock = clock;
        this.shared = shared;
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
    public void note(String sentence) {
        log.info(sentence);
    }

    @Override
    public void validating(long mappings, long rows) {
        String all = mappings == rows ? "" : "of " + rows + " ";
        log.info("Validating {} {}{}{}", mappings, all, rows == 1 ? "row" : "rows", together());
    }

    @Override
    public synchronized void validated(LedgerEntry entry, MappingState verdict, String words) {
        rowsDone++;
        if (verdict == MappingState.REJECTED) {
            log.warn("Line {}, {}: rejected: {}", entry.line(), name(entry), words);
        } else {
            log.debug("Line {}, {}: {} {}", entry.line(), name(entry), verdict, words);
        }
    }

    @Override
    public synchronized void importing(long mappings) {
        total = shared ? 0 : mappings;
        done = 0;
        log.info("Importing {} {}{}", mappings, mappings == 1 ? "stack" : "stacks", together());
    }

    private String together() {
        return shared ? ", all workers together" : "";
    }

    @Override
    public synchronized void started(LedgerEntry entry) {
        startedAt.put(Row.of(entry), begunAt(entry));
        log.debug(
                "Line {}: {} from state {}",
                entry.line(),
                entry.mapping().stackArn().stackName(),
                entry.state());
    }

    @Override
    public synchronized void ended(LedgerEntry entry, ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.NotBegun) {
            startedAt.remove(Row.of(entry));
            return;
        }
        done++;
        rowsDone++;
        Duration took = Duration.between(Objects.requireNonNull(startedAt.remove(Row.of(entry))), clock.instant());
        String place = "%sline %d, %s"
                .formatted(total == 0 ? "" : "%d of %d, ".formatted(done, total), entry.line(), name(entry));
        if (outcome instanceof ImportOutcome.Imported) {
            log.info("{}: imported in {}", place, ImportTimes.words(took));
        } else if (outcome instanceof ImportOutcome.Failed failed) {
            log.warn("{}: failed: {}", place, failed.remark().message());
        } else if (outcome instanceof ImportOutcome.Unresolved unresolved) {
            log.warn("{}: unresolved: {}", place, unresolved.remark().message());
        } else if (outcome instanceof ImportOutcome.Postponed postponed) {
            log.warn("{}: not begun: {}", place, postponed.remark().message());
        } else if (outcome instanceof ImportOutcome.TakenBack) {
            log.info("{}: AWS never got the request of the earlier start; ready again", place);
        } else if (outcome instanceof ImportOutcome.Overtaken) {
            log.warn("{}: another process has written what became of it", place);
        } else {
            log.info("{}: left for the next start", place);
        }
    }

    /** An import that is followed further was begun by an earlier start. */
    private Instant begunAt(LedgerEntry entry) {
        Instant now = clock.instant();
        return MappingState.IN_FLIGHT.contains(entry.state())
                ? Objects.requireNonNullElse(entry.attempt().startedAt(), now)
                : now;
    }

    private static String name(LedgerEntry entry) {
        return entry.mapping().stackArn().stackName();
    }

    @Override
    public synchronized long rowsDone() {
        return rowsDone;
    }

    @Override
    public void finish() {}

    /** Rows of other files may be followed, too. */
    private record Row(long run, int line) {
        static Row of(LedgerEntry entry) {
            return new Row(entry.runId(), entry.line());
        }
    }
}
