package io.catalogimport.launch;

import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.Pauses;
import io.catalogimport.ledger.Pauses.Word;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.RunFigures;
import io.catalogimport.ledger.Runs;
import io.catalogimport.ledger.Workers;
import io.catalogimport.run.HostName;
import io.catalogimport.status.RunOverview;
import io.catalogimport.status.RunState;
import io.catalogimport.status.RunStatuses;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
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
                .orElseThrow(() -> unknown(name, Optional.empty()));
    }

    /**
     * What became of the wish to pause or resume a run.
     *
     * @param isChanged false if it was so already, or if the run has nothing left to import
     * @param pausedBy who has paused it; null if nobody has
     * @param run how the run stands afterwards
     */
    public record PauseResult(
            boolean isChanged,
            @Nullable String pausedBy,
            @Nullable Instant pausedAt,
            RunOverview run) {}

    /**
     * Pauses a run: nothing new begins in it.
     *
     * @throws NoSuchRunException if the database does not know it
     */
    public PauseResult pause(RunName name) {
        return change(name, (run, jdbc) -> {
            boolean isComplete = facts(jdbc, run).state() == RunState.COMPLETE;
            boolean isChanged = !isComplete && new Pauses(jdbc).begin(run, self());
            RunOverview after = facts(jdbc, run);
            return new PauseResult(isChanged, after.pausedBy(), after.pausedAt(), after);
        });
    }

    /**
     * Ends the pause of a run.
     *
     * @throws NoSuchRunException if the database does not know it
     */
    public PauseResult resume(RunName name) {
        return change(name, (run, jdbc) -> {
            Pauses pauses = new Pauses(jdbc);
            Optional<Word> pause = pauses.of(run);
            boolean isChanged = pauses.end(run, self());
            return new PauseResult(
                    isChanged,
                    pause.map(Word::by).orElse(null),
                    pause.map(Word::at).orElse(null),
                    facts(jdbc, run));
        });
    }

    private PauseResult change(RunName name, BiFunction<Run, JdbcClient, PauseResult> work) {
        return ledger.change(jdbc -> work.apply(run(jdbc, name), jdbc))
                .orElseThrow(() -> unknown(name, Optional.empty()));
    }

    private RunOverview facts(JdbcClient jdbc, Run run) {
        return statuses(jdbc).of(run, clock.instant()).facts();
    }

    private Word self() {
        return new Word(System.getProperty("user.name", "unknown") + "@" + HostName.ofThisMachine(), clock.instant());
    }

    private static RunStatuses statuses(JdbcClient jdbc) {
        return new RunStatuses(new RunFigures(jdbc), new Figures(jdbc, LaneScope.ACCOUNT_REGION), new Workers(jdbc));
    }

    private Run run(JdbcClient jdbc, RunName name) {
        Runs runs = new Runs(jdbc);
        List<Run> found = runs.startingWith(name.digest());
        if (found.size() > 1) {
            throw NoSuchRunException.severalBeginWith(name.digest());
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> unknown(
                        name,
                        Optional.ofNullable(name.file())
                                .map(Path::toString)
                                .flatMap(runs::lastOf)
                                .map(Run::digest)));
    }

    private NoSuchRunException unknown(RunName name, Optional<String> earlier) {
        return name.file() == null
                ? NoSuchRunException.beginsWith(name.digest(), place())
                : NoSuchRunException.of(name.file(), place(), earlier);
    }
}
