package io.catalogimport.metrics;

import io.catalogimport.aws.Lane;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.RunProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Times the imports of a run as they happen, and passes everything on. */
public final class MeteredProgress implements RunProgress {
    private final RunProgress next;
    private final RunMeters meters;
    private final Clock clock;
    private final Map<Row, Instant> begun = new ConcurrentHashMap<>();
    private final Map<Lane, Instant> endedLast = new ConcurrentHashMap<>();

    public MeteredProgress(RunProgress next, RunMeters meters, Clock clock) {
        this.next = next;
        this.meters = meters;
        this.clock = clock;
    }

    /** Rows of other files may be followed, too. */
    private record Row(long run, int line) {
        static Row of(LedgerEntry entry) {
            return new Row(entry.runId(), entry.line());
        }
    }

    @Override
    public void started(LedgerEntry entry) {
        Instant now = clock.instant();
        @Nullable Instant before = endedLast.remove(entry.lane());
        if (before != null) {
            meters.turnedAround(Duration.between(before, now));
        }
        // An import that is followed further was begun by an earlier start.
        boolean isFollowed = MappingState.IN_FLIGHT.contains(entry.state());
        begun.put(
                Row.of(entry),
                isFollowed ? Objects.requireNonNullElse(entry.attempt().startedAt(), now) : now);
        meters.active(begun.size());
        next.started(entry);
    }

    @Override
    public void ended(LedgerEntry entry, ImportOutcome outcome) {
        Instant now = clock.instant();
        Instant began = Objects.requireNonNullElse(begun.remove(Row.of(entry)), now);
        if (outcome instanceof ImportOutcome.Imported || outcome instanceof ImportOutcome.Failed) {
            endedLast.put(entry.lane(), now);
        }
        meters.active(begun.size());
        meters.importEnded(entry.lane().toString(), outcome, Duration.between(began, now));
        next.ended(entry, outcome);
    }

    /** What was followed before the validation ended at a time that says nothing about the lane's next import. */
    @Override
    public void importing(ImportWork work) {
        endedLast.clear();
        meters.importingBegins();
        next.importing(work);
    }

    @Override
    public void recovered(StateCounts rows) {
        next.recovered(rows);
    }

    @Override
    public void waiting(String words, Instant deadline) {
        next.waiting(words, deadline);
    }

    /** The imports under way were left; the ledger says later which ones are taken up again. */
    @Override
    public void databaseAway(Instant deadline) {
        begun.clear();
        endedLast.clear();
        meters.active(0);
        next.databaseAway(deadline);
    }

    @Override
    public void databaseBack(Duration away) {
        next.databaseBack(away);
    }

    @Override
    public long rowsDone() {
        return next.rowsDone();
    }

    @Override
    public void note(String sentence) {
        next.note(sentence);
    }

    @Override
    public void validating(long mappings, long rows) {
        next.validating(mappings, rows);
    }

    @Override
    public void validated(LedgerEntry entry, MappingState verdict, String words) {
        next.validated(entry, verdict, words);
    }
}
