package io.catalogimport.chaos;

import java.time.Duration;

/**
 * Something that happens to the program.
 *
 * @param at how long after the beginning of its round
 */
record Disturbance(Kind kind, Duration at) {

    /** What happens. */
    enum Kind {
        KILL_FIRST,
        KILL_SECOND,
        STOP_POSTGRES_FAST,
        STOP_POSTGRES_IMMEDIATELY,
        START_POSTGRES;

        boolean stopsPostgres() {
            return this == STOP_POSTGRES_FAST || this == STOP_POSTGRES_IMMEDIATELY;
        }
    }
}
