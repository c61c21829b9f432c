package io.catalogimport.database;

import java.time.Duration;

/** The database is there, but a visit took too long. What it would have changed is as before. */
public final class SlowDatabaseException extends RuntimeException {
    /** @param place its URL, without settings */
    public SlowDatabaseException(String place, Duration limit, Throwable cause) {
        super(
                "The database %s did not answer within %d seconds. Try again when it has less to do."
                        .formatted(place, limit.toSeconds()),
                cause);
    }
}
