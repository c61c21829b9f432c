package io.catalogimport.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that happens to workers that share a run.
 *
 * @param patient whether it waits until the workers have done their share
 * @param moment when the first victim is struck, if that comes
 * @param within how long the moment is waited for
 * @param victims how many are killed
 * @param outage of PostgreSQL, if there is one
 * @param replacedAfter how long the others are left alone
 * @param crew how many workers there are to be then
 */
record Strike(
        boolean patient,
        Moment moment,
        Duration within,
        int victims,
        Optional<Outage> outage,
        Duration replacedAfter,
        int crew) {

    /**
     * PostgreSQL goes away.
     *
     * @param beforeKill whether it does so before the victims are killed
     */
    record Outage(RestartablePostgres.StopMode mode, boolean beforeKill, Duration lasts) {}
}
