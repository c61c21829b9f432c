package io.catalogimport.aws;

import io.catalogimport.aws.AwsBusyException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Makes calls in each lane no faster than a rate, for AWS's limits there are shared with everybody else who works in it. A
 * lane that has been quiet may have some calls at once. When AWS throttles a call all the same, the lane's rate is halved,
 * and recovers little by little with each call that goes through. For use by several threads, which take turns.
 */
public final class PoliteRate {
    /** Conservative: AWS tells no limits; DescribeStacks has been seen to be throttled at five a second. */
    public static final double DEFAULT_CALLS_PER_SECOND = 5;

    /** How many calls a lane that was quiet may have at once, in seconds of its rate. */
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
     * @throws StopRequestedException when the run was stopped before that
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
        /** When all calls so far would have been made at an even pace. */
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

        /** Calls that were under way together are throttled together, and slow the lane down once. */
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
