package io.catalogimport.launch;

import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.RunFigures;
import io.catalogimport.ledger.Runs;
import io.catalogimport.ledger.Workers;
import io.catalogimport.status.RunOverview;
import io.catalogimport.status.RunStatuses;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
