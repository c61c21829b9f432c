package io.catalogimport.aws;

import io.catalogimport.aws.AwsBusyException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Limits the rate of calls in each lane, because everybody who works there shares AWS's limits. A lane that was quiet
 * may have some calls at once. If AWS still throttles a call, the lane's rate is halved. It recovers a little with each
 * call that succeeds. Thread-safe; threads take turns.
 */
public final class PoliteRate {
    /**
     * A careful choice: AWS publishes no limits, and DescribeStacks was seen to be throttled at five calls a second.
     */
    public static final double DEFAULT_CALLS_PER_SECOND = 5;

    /** How many calls a quiet lane may have at once: as many as its rate allows in this many seconds. */
    private static final double BURST_SECONDS = 4;

    private static final double SLOWER = 0.5;
    private static final int CALLS_TO_RECOVER = 200;
    private static final double SLOWEST = 0.05;

    private final double callsPerSecond;
    private final Clock clock;
    private final Pause pause;
    private final Map<Lane, Pace> paces = new ConcurrentHashMap<>();

    public PoliteRate(double callsPerSecond, Clock clock, Pause pause) {
        if (!(callsPerSecond > 0)) {
            throw new IllegalArgumentException("A rate must be greater than 0, not " + callsPerSecond);
        }
        this.callsPerSecond = callsPerSecond;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Makes the call when it is its turn.
     *
     * @throws StopRequestedException if the run was stopped before that
     */
    public <T> T call(Lane lane, Supplier<T> call) {
        Pace pace = paces.computeIfAbsent(lane, unknown -> new Pace());
        Duration wait = pace.untilTurn(clock.instant());
        if (!wait.isZero() && !pause.waitFor(wait)) {
            throw new StopRequestedException();
        }
        Instant began = clock.instant();
        try {
            T answer = call.get();
            pace.wentThrough();
            return answer;
        } catch (AwsBusyException e) {
            if (e.reason() == Reason.THROTTLED) {
                pace.wasThrottled(began, clock.instant());
            }
            throw e;
        }
    }

    private final class Pace {
        private double rate = callsPerSecond;
        /** The time at which all calls so far would have been made at an even pace. */
        private Instant evenPace = Instant.MIN;

        private Instant slowedAt = Instant.MIN;

        private synchronized Duration untilTurn(Instant now) {
            Instant earliest = now.minus(seconds(BURST_SECONDS));
            Instant turn = evenPace.isBefore(earliest) ? earliest : evenPace;
            evenPace = turn.plus(seconds(1 / rate));
            return turn.isAfter(now) ? Duration.between(now, turn) : Duration.ZERO;
        }

        private synchronized void wentThrough() {
            rate = Math.min(callsPerSecond, rate + callsPerSecond / CALLS_TO_RECOVER);
        }

        /** Calls that were under way together are throttled together. They slow the lane down only once. */
        private synchronized void wasThrottled(Instant began, Instant now) {
            if (began.isBefore(slowedAt)) {
                return;
            }
            rate = Math.max(callsPerSecond * SLOWEST, rate * SLOWER);
            slowedAt = now;
            Instant next = now.plus(seconds(1 / rate));
            evenPace = evenPace.isBefore(next) ? next : evenPace;
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
