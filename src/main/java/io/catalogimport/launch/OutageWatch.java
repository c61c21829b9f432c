package io.catalogimport.launch;

import io.catalogimport.database.DatabaseOutage;
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

    private final RunApplication application;
    private final Duration patience;
    private boolean wasThere;
    private long rowsDoneBefore;
    private @Nullable Instant deadline;
    private @Nullable Instant awaySince;

    OutageWatch(RunApplication application, Duration patience) {
        this.application = application;
        this.patience = patience;
    }

    /** The database is there. The outage timer resets when a row completes. */
    void isOver() {
        wasThere = true;
        if (awaySince != null) {
            application
                    .progress()
                    .databaseBack(
                            Duration.between(awaySince, application.clock().instant()));
            awaySince = null;
        }
    }

    /** Whether the run is to be taken up again; waits a little before it says so. */
    boolean mayGoOnAfter(RuntimeException error) {
        if (!wasThere || !DatabaseOutage.isBehind(error)) {
            return false;
        }
        log.debug("The database is away", error);
        Instant now = application.clock().instant();
        long rowsDone = application.progress().rowsDone();
        if (rowsDone > rowsDoneBefore) {
            deadline = null;
            rowsDoneBefore = rowsDone;
        }
        if (deadline == null) {
            deadline = now.plus(patience);
        }
        if (awaySince == null) {
            awaySince = now;
            application.progress().databaseAway(deadline);
        }
        return now.isBefore(deadline) && application.stop().waitFor(BETWEEN_TRIES);
    }
}
