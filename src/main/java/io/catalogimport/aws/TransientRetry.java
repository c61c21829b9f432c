package io.catalogimport.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a call while AWS is only busy, with growing waits between the tries. The SDK has already used up its own few
 * retries then. This is not a library's class, because the wait has to end when the run is stopped.
 */
public final class TransientRetry {
    private static final Logger log = LoggerFactory.getLogger(TransientRetry.class);

    private final Clock clock;
    private final Pause pause;
    private final Patience patience;

    public TransientRetry(Clock clock, Pause pause, Patience patience) {
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * Makes the call until it is answered.
     *
     * @throws AwsBusyException when the patience with it has run out
     * @throws StopRequestedException when the run was stopped between two tries
     */
    public <T> T call(Supplier<T> call) {
        Instant began = clock.instant();
        BackOff backOff = BackOff.FIRST;
        while (true) {
            try {
                return call.get();
            } catch (AwsBusyException e) {
                Duration wait = backOff.delay();
                if (clock.instant().plus(wait).isAfter(began.plus(patience.with(e)))) {
                    throw e;
                }
                log.debug("{}; trying again in {} s", e.getMessage(), wait.toSeconds());
                if (!pause.waitFor(wait)) {
                    throw new StopRequestedException();
                }
                backOff = backOff.next();
            }
        }
    }
}
