package io.catalogimport.cli;

import io.catalogimport.aws.Lane;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.report.Plural;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.LaneOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What has happened in the run so far. Its counts are those of the whole run, and never go back. Thread-safe. */
final class ProgressState {
    private final Clock clock;
    private final LaneOptions options;
    private final Instant beganAt;
    private final Map<Row, Import> imports = new LinkedHashMap<>();
    private final Set<Lane> lanes = new HashSet<>();

    private Activity activity = Activity.STARTING;
    private long total;
    private long done;
    private long imported;
    private long failed;
    private long rejected;
    private long rowsDone;
    private @Nullable TimeLeft timeLeft;

    ProgressState(Clock clock, LaneOptions options) {
        this.clock = clock;
        this.options = options;
        this.beganAt = clock.instant();
    }

    /** What the run does. */
    enum Activity {
        STARTING("Starting"),
        FOLLOWING("Following what an earlier start began"),
        VALIDATING("Validating"),
        IMPORTING("Importing");

        private final String words;

        Activity(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Rows of other files may be followed, too. */
    private record Row(long run, int line) {
        static Row of(LedgerEntry entry) {
            return new Row(entry.runId(), entry.line());
        }
    }

    private record Import(Lane lane, String stack, Instant startedAt) {}

    /** An import that is under way. */
    record UnderWay(Lane lane, String stack, Duration since) {}

    /**
     * How the run is at one moment.
     *
     * @param done rows of the run that have an end
     * @param failed in this process
     * @param left the time left, if it is known
     */
    record Picture(
            Activity activity,
            long done,
            long total,
            long failed,
            long rejected,
            List<UnderWay> imports,
            Duration elapsed,
            Optional<Duration> left) {}

    synchronized void validating(long staged, long rows) {
        activity = Activity.VALIDATING;
        total = rows;
        done = Math.max(done, rows - staged);
    }

    synchronized void validated(MappingState verdict) {
        rowsDone++;
        done++;
        if (verdict == MappingState.REJECTED) {
            rejected++;
        }
    }

    synchronized void importing(ImportWork work) {
        long before = activity == Activity.IMPORTING ? done : 0;
        activity = Activity.IMPORTING;
        total = work.rows().total();
        done = Math.max(
                before,
                work.rows().of(MappingState.SETTLED)
                        + work.rows().of(MappingState.FAILED)
                        + work.rows().of(MappingState.REJECTED));
        rejected = work.rows().of(MappingState.REJECTED);
        timeLeft = new TimeLeft(work, options);
    }

    synchronized void started(LedgerEntry entry) {
        if (activity == Activity.STARTING) {
            activity = Activity.FOLLOWING;
        }
        imports.put(
                Row.of(entry),
                new Import(entry.lane(), entry.mapping().stackArn().stackName(), begunAt(entry)));
    }

    /** An import that is followed further was begun by an earlier start. */
    private Instant begunAt(LedgerEntry entry) {
        Instant now = clock.instant();
        return MappingState.IMPORT_IN_FLIGHT.contains(entry.state())
                ? Objects.requireNonNullElse(entry.attempt().startedAt(), now)
                : now;
    }

    /** Returns how long the work on the row took. */
    synchronized Duration ended(LedgerEntry entry, ImportOutcome outcome) {
        Import ended = Objects.requireNonNull(imports.remove(Row.of(entry)));
        Duration took = Duration.between(ended.startedAt(), clock.instant());
        if (!(outcome instanceof ImportOutcome.NotBegun)) {
            rowsDone++;
        }
        if (outcome instanceof ImportOutcome.Imported) {
            imported++;
            lanes.add(entry.lane());
            counts(left -> left.imported(entry.lane(), took));
        } else if (outcome instanceof ImportOutcome.Failed) {
            failed++;
            counts(left -> left.ended(entry.lane()));
        } else if (!isReadyAgain(outcome)) {
            // Nothing more begins where one is unresolved, out of reach or not allowed.
            Optional.ofNullable(timeLeft).ifPresent(left -> left.closed(entry.lane()));
        }
        return took;
    }

    /** The row is READY, and its lane goes on. */
    private static boolean isReadyAgain(ImportOutcome outcome) {
        return outcome instanceof ImportOutcome.TakenBack || outcome instanceof ImportOutcome.NotBegun;
    }

    /** What is followed before validation is counted when importing begins. */
    private void counts(Consumer<TimeLeft> time) {
        if (activity == Activity.IMPORTING) {
            done = Math.min(done + 1, total);
            time.accept(Objects.requireNonNull(timeLeft));
        }
    }

    synchronized long rowsDone() {
        return rowsDone;
    }

    synchronized long done() {
        return done;
    }

    synchronized long total() {
        return total;
    }

    synchronized Picture picture() {
        Instant now = clock.instant();
        List<UnderWay> underWay = imports.values().stream()
                .sorted(Comparator.comparing(each -> each.lane().toString()))
                .map(each -> new UnderWay(each.lane(), each.stack(), Duration.between(each.startedAt(), now)))
                .toList();
        List<TimeLeft.UnderWay> times = underWay.stream()
                .map(each -> new TimeLeft.UnderWay(each.lane(), each.since()))
                .toList();
        Optional<Duration> left = Optional.ofNullable(timeLeft).flatMap(time -> time.with(times));
        return new Picture(activity, done, total, failed, rejected, underWay, Duration.between(beganAt, now), left);
    }

    /** What this process has done, in a sentence. */
    synchronized String summary() {
        String took = ImportTimes.words(Duration.between(beganAt, clock.instant()));
        return imported == 0
                ? "Nothing was imported by this start, which took %s.".formatted(took)
                : "%s imported in %s, in %s."
                        .formatted(Plural.of(imported, "stack"), Plural.of(lanes.size(), "lane"), took);
    }
}
