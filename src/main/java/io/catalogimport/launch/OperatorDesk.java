package io.catalogimport.launch;

import io.catalogimport.database.LockHolder;
import io.catalogimport.job.report.LaterReport;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.PastStart;
import io.catalogimport.ledger.PastStarts;
import io.catalogimport.ledger.Pauses;
import io.catalogimport.ledger.Pauses.Word;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.RunExecutions;
import io.catalogimport.ledger.RunFigures;
import io.catalogimport.ledger.Runs;
import io.catalogimport.ledger.Workers;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.report.Results;
import io.catalogimport.run.HostName;
import io.catalogimport.status.RunOverview;
import io.catalogimport.status.RunStatuses;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator sees of runs and says about them while other processes work on them. */
public final class OperatorDesk {
    private final LedgerVisits ledger;
    private final Clock clock;

    public OperatorDesk(LedgerVisits ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * By which a run is found.
     *
     * @param digest the SHA-256 of its mapping file, or how that begins
     * @param file the mapping file, if that is what the user names
     */
    public record RunName(String digest, @Nullable Path file) {}

    /** Which database it is about. */
    public String place() {
        return ledger.place();
    }

    /** Whether anything can be different from the last look. */
    public boolean mayChange() {
        return ledger.isInUse();
    }

    /** How all runs stand; none if the database has no tables yet. */
    public List<RunOverview> all() {
        return ledger.look(jdbc -> statuses(jdbc).all()).orElse(List.of());
    }

    /**
     * How one run stands.
     *
     * @throws NoSuchRunException if the database does not know it
     */
    public RunStatuses.Status of(RunName name) {
        return ledger.look(jdbc -> statuses(jdbc).of(run(jdbc, name), clock.instant()))
                .orElseThrow(() -> unknown(name));
    }

    /**
     * What became of the wish to pause or resume a run.
     *
     * @param digest of the run
     * @param pause who has paused it; null if nobody has
     * @param seen how the run stands afterwards
     */
    public record PauseResult(
            Effect effect, String digest, @Nullable Word pause, Seen seen) {}

    /** What pause or resume did. */
    public enum Effect {
        CHANGED,
        WAS_SO_BEFORE,
        NOTHING_LEFT_TO_PAUSE
    }

    /**
     * How a run stands after a change, which is kept even if this cannot be found out.
     *
     * @param run null if it could not be found out
     * @param failure why not
     */
    public record Seen(@Nullable RunOverview run, @Nullable RuntimeException failure) {}

    /**
     * Pauses a run: nothing new begins in it.
     *
     * @throws NoSuchRunException if the database does not know it
     */
    public PauseResult pause(RunName name) {
        return change(name, (run, pauses) -> {
            Effect effect = pauses.isPointless(run) ? Effect.NOTHING_LEFT_TO_PAUSE : effect(pauses.begin(run, self()));
            return new Change(effect, run, pauses.of(run));
        });
    }

    /**
     * Ends the pause of a run.
     *
     * @throws NoSuchRunException if the database does not know it
     */
    public PauseResult resume(RunName name) {
        return change(name, (run, pauses) -> {
            Optional<Word> before = pauses.of(run);
            return new Change(effect(pauses.end(run, self())), run, before);
        });
    }

    private static Effect effect(boolean isChanged) {
        return isChanged ? Effect.CHANGED : Effect.WAS_SO_BEFORE;
    }

    /**
     * Writes the results of a run again, as the ledger has them now.
     *
     * @param results the directory that the user names
     * @return where they are
     * @throws NoSuchRunException if the database does not know the run or any row of it
     */
    public Path report(MappingFile file, Path results) {
        RunName name = new RunName(file.digest(), file.path());
        while (true) {
            Written written = ledger.read(jdbc -> report(run(jdbc, name), file, results, jdbc))
                    .orElseThrow(() -> unknown(name));
            // A start that has ended meanwhile wrote its own results, and these, which are older, have replaced them.
            boolean isStillSo = ledger.look(jdbc -> standing(run(jdbc, name), jdbc))
                    .filter(written.standing()::equals)
                    .isPresent();
            if (isStillSo) {
                return written.place();
            }
        }
    }

    /** Results, and how the starts of the run stood when their rows were read. */
    private record Written(Path place, Standing standing) {}

    private record Standing(boolean isRunning, List<PastStart> starts) {}

    private static Standing standing(Run run, JdbcClient jdbc) {
        boolean isRunning =
                new Workers(jdbc).locks().stream().anyMatch(lock -> lock.name().equals(LockNames.run(run.digest())));
        return new Standing(isRunning, new PastStarts(jdbc).of(run));
    }

    private Written report(Run run, MappingFile file, Path directory, JdbcClient jdbc) {
        Results.prepare(directory);
        LockHolder writer = new LockHolder(
                HostName.ofThisMachine(),
                ProcessHandle.current().pid(),
                file.path().toString(),
                clock.instant());
        PastStarts starts = new PastStarts(jdbc);
        Results results = new Results(directory, writer, starts::history);
        Standing standing = standing(run, jdbc);
        Figures figures = new Figures(jdbc, LaneScope.ACCOUNT_REGION);
        if (!new LaterReport(figures, starts, results, clock).write(run, file, standing.isRunning())) {
            throw NoSuchRunException.hasNoRows(file.path(), place());
        }
        return new Written(results.directory(), standing);
    }

    private record Change(Effect effect, Run run, Optional<Word> pause) {}

    /** The change is a visit of its own: a look may take long in a run of many rows, and must not take the change back. */
    private PauseResult change(RunName name, BiFunction<Run, Pauses, Change> work) {
        Change change = ledger.change(jdbc -> work.apply(run(jdbc, name), new Pauses(jdbc)))
                .orElseThrow(() -> unknown(name));
        return new PauseResult(
                change.effect(), change.run().digest(), change.pause().orElse(null), seen(change.run()));
    }

    private Seen seen(Run run) {
        try {
            return new Seen(ledger.look(jdbc -> statuses(jdbc).overview(run)).orElse(null), null);
        } catch (RuntimeException e) {
            return new Seen(null, e);
        }
    }

    private Word self() {
        return new Word(System.getProperty("user.name", "unknown") + "@" + HostName.ofThisMachine(), clock.instant());
    }

    private static RunStatuses statuses(JdbcClient jdbc) {
        return new RunStatuses(
                new RunFigures(jdbc),
                new RunExecutions(jdbc),
                new Figures(jdbc, LaneScope.ACCOUNT_REGION),
                new Workers(jdbc));
    }

    private Run run(JdbcClient jdbc, RunName name) {
        return new RunSearch(new Runs(jdbc), place()).find(name);
    }

    /** The database has no tables yet. */
    private NoSuchRunException unknown(RunName name) {
        return name.file() == null
                ? NoSuchRunException.beginsWith(name.digest(), place())
                : NoSuchRunException.of(name.file(), place(), Optional.empty());
    }
}
