package io.catalogimport.cli;

import io.catalogimport.ledger.DatabaseOutage;
import io.catalogimport.run.StopRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a run goes on after an error: when the database, which was there before, is away, for as long as the
 * user allows. Going on is the same as starting again, so that there is but one way of taking up what was left.
 */
final class OutageWatch {
    private static final Logger log = LoggerFactory.getLogger(OutageWatch.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Clock clock;
    private final StopRequest stop;
    private final ProgressView progress;
    private final Duration patience;
    private boolean wasThere;
    private long rowsDoneBefore;
    private @Nullable Instant deadline;

    OutageWatch(Clock clock, StopRequest stop, ProgressView progress, Duration patience) {
        this.clock = clock;
        this.stop = stop;
        this.progress = progress;
        this.patience = patience;
    }

    /** The database is there. The outage timer resets when a row completes. */
    void isOver() {
        wasThere = true;
    }

    /** Whether the run is to be taken up again; waits a little before it says so. */
    boolean mayGoOnAfter(RuntimeException error) {
        if (!wasThere || !DatabaseOutage.isBehind(error)) {
            return false;
        }
        log.debug("The database is away", error);
        Instant now = clock.instant();
        if (progress.rowsDone() > rowsDoneBefore) {
            deadline = null;
            rowsDoneBefore = progress.rowsDone();
        }
        if (deadline == null) {
            deadline = now.plus(patience);
            progress.databaseAway(deadline);
        }
        return now.isBefore(deadline) && stop.waitFor(BETWEEN_TRIES);
    }
}
