package io.catalogimport.releasing;

import io.catalogimport.aws.Patience;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.TransientRetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * How the program waits for AWS, and how long.
 *
 * @param timeout how long one release is followed
 */
public record ReleaseTimes(Clock clock, Pause pause, Patience patience, Duration timeout) {
    Instant now() {
        return clock.instant();
    }

    /** Asks AWS until there is an answer or the patience is over. */
    <T> T ask(Supplier<T> question) {
        return new TransientRetry(clock, pause, patience).call(question);
    }
}
