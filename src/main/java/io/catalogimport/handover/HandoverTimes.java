package io.catalogimport.handover;

import io.catalogimport.aws.Patience;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.aws.TransientRetry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** How the program waits for AWS. */
public record HandoverTimes(Clock clock, Pause pause, Patience patience) {
    Instant now() {
        return clock.instant();
    }

    /** Asks AWS until there is an answer or the patience is over. */
    <T> T ask(Supplier<T> question) {
        return new TransientRetry(clock, pause, patience).call(question);
    }

    /**
     * Waits.
     *
     * @throws StopRequestedException if the handover was asked to stop
     */
    void waitFor(Duration wait) {
        if (!pause.waitFor(wait)) {
            throw new StopRequestedException();
        }
    }
}
