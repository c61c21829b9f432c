package io.catalogimport.launch;

import io.catalogimport.database.LockHolder;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.OldFacts;
import io.catalogimport.ledger.OldRuns;
import io.catalogimport.ledger.OldRuns.Use;
import io.catalogimport.ledger.Workers;
import io.catalogimport.ledger.Workers.Held;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes runs that nobody has used for a long time. */
public final class Pruning {
    /** For a run of a million rows. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final OldFacts.Count NOTHING = new OldFacts.Count(0, 0);

    private final LedgerVisits ledger;
    private final Instant before;

    /**
     * Of runs that were not used for so long.
     *
     * @param age up to now
     */
    public Pruning(LedgerVisits ledger, Clock clock, Duration age) {
        this.ledger = ledger;
        this.before = clock.instant().minus(age);
    }

    /** What becomes of a run. */
    public enum Fate {
        REMOVED,
        /** A process works on it. */
        IN_USE,
        /** Imports of it have no known end. */
        IN_FLIGHT,
        /** Undo has released rows of it. Only the ledger keeps their stacks from being imported again. */
        RELEASED,
        /** Somebody has paused it and wants to go on. */
        PAUSED,
        /** It was used since. */
        RECENT
    }

    /**
     * A run and what becomes of it.
     *
     * @param holder who works on it; null if nobody does, or if it is not known
     */
    public record Judged(Use run, Fate fate, @Nullable LockHolder holder) {}

    /** Runs that were last used before this are old. */
    public Instant before() {
        return before;
    }

    /** What belongs to no run and would be removed besides. */
    public OldFacts.Count facts() {
        return ledger.look(jdbc -> new OldFacts(jdbc).count(before)).orElse(NOTHING);
    }

    /** Removes it. */
    public OldFacts.Count removeFacts() {
        return ledger.visit(visit -> visit.change(jdbc -> new OldFacts(jdbc).remove(before), LIMIT))
                .orElse(NOTHING);
    }

    /** What would become of each run at this moment. Changes nothing. */
    public List<Judged> look() {
        return ledger.look(this::judgedAll).orElse(List.of());
    }

    private List<Judged> judgedAll(JdbcClient jdbc) {
        Map<String, LockHolder> holders = new Workers(jdbc)
                .locks().stream().collect(Collectors.toMap(Held::name, Held::process, (first, other) -> first));
        return new OldRuns(jdbc)
                .all().stream()
                        .map(run -> judged(run, holders.get(LockNames.run(run.digest()))))
                        .toList();
    }

    private Judged judged(Use run, @Nullable LockHolder holder) {
        return new Judged(run, holder == null ? fate(run) : Fate.IN_USE, holder);
    }

    private Fate fate(Use run) {
        if (!run.usedAt().isBefore(before)) {
            return Fate.RECENT;
        }
        if (run.inFlight() > 0) {
            return Fate.IN_FLIGHT;
        }
        if (run.released() > 0) {
            return Fate.RELEASED;
        }
        return run.pausedBy() == null ? Fate.REMOVED : Fate.PAUSED;
    }

    /**
     * Removes runs, each in a transaction of its own, unless something has happened to it since the look.
     *
     * @param then is told what became of each
     */
    public void remove(List<Use> runs, Consumer<Judged> then) {
        ledger.visit(visit -> {
            runs.forEach(run -> visit.change(jdbc -> removed(run, new OldRuns(jdbc)), LIMIT)
                    .flatMap(judged -> judged)
                    .ifPresent(then));
            return Optional.empty();
        });
    }

    /** Empty if another process has removed it. */
    private Optional<Judged> removed(Use run, OldRuns runs) {
        if (!runs.tryLock(run)) {
            return Optional.of(new Judged(run, Fate.IN_USE, null));
        }
        Optional<Judged> now = runs.again(run).map(found -> judged(found, null));
        now.filter(judged -> judged.fate() == Fate.REMOVED).ifPresent(judged -> runs.remove(judged.run()));
        return now;
    }
}
