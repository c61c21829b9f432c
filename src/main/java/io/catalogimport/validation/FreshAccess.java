package io.catalogimport.validation;

import io.catalogimport.aws.AwsRefusedException;
import io.catalogimport.aws.Pause;
import io.catalogimport.aws.StopRequestedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks again for access that AWS does not show yet. Service Catalog's servers need up to a minute to agree on access to
 * a product that was granted a moment ago. Source: reports of users and live tests; AWS does not document it. Only
 * launch paths are asked for again. If a product is not found, the reason is nearly always a wrong id.
 *
 * <p>All lanes of a run share one minute, which begins when the first of them finds nothing. After that minute, access
 * that was granted before the run is known everywhere. So many lanes without access cost only one minute in all.
 * Thread-safe.
 */
public final class FreshAccess {
    private static final Logger log = LoggerFactory.getLogger(FreshAccess.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private final Clock clock;
    private final Pause pause;
    private @Nullable Instant deadline;

    public FreshAccess(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Asks until there is an answer, or the minute is over.
     *
     * @param what what is asked for, for the log
     * @throws StopRequestedException if the run was stopped between two tries
     */
    <T> List<T> ask(String what, Supplier<List<T>> question) {
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                List<T> answer = question.get();
                if (!answer.isEmpty() || !isTimeAfter(wait, what)) {
                    return answer;
                }
            } catch (AwsRefusedException e) {
                if (!e.mayBeOfFreshAccess() || !isTimeAfter(wait, what)) {
                    throw e;
                }
            }
            wait = wait.multipliedBy(2);
        }
    }

    /** Waits, but not beyond the minute; false if the minute is over already. */
    private boolean isTimeAfter(Duration wait, String what) {
        Duration left = left();
        if (left.isNegative() || left.isZero()) {
            return false;
        }
        if (wait.equals(FIRST_WAIT)) {
            log.warn(
                    "AWS shows no {}; asking again for {} s, because access that was granted just now may take that long to appear",
                    what,
                    left.toSeconds());
        }
        if (!pause.waitFor(wait.compareTo(left) < 0 ? wait : left)) {
            throw new StopRequestedException();
        }
        return true;
    }

    private synchronized Duration left() {
        Instant now = clock.instant();
        if (deadline == null) {
            deadline = now.plus(PATIENCE);
        }
        return Duration.between(now, deadline);
    }
}
