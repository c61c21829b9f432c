package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoliteRateTest {
    private static final Lane LANE = new Lane("aws", "111122223333", "eu-central-1");
    private static final Lane OTHER = new Lane("aws", "111122223333", "us-east-1");

    private final FakeTime time = new FakeTime();
    private final PoliteRate rate = new PoliteRate(5, time, time);

    @Test
    void letsALaneThatWasQuietHaveSomeCallsAtOnce() {
        call(LANE, 20);

        assertThat(time.waits()).isEmpty();
    }

    @Test
    void makesNoMoreCallsThanItsRateAllows() {
        call(LANE, 21);
        Duration before = time.waited();

        call(LANE, 100);

        assertThat(time.waited().minus(before)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void doesNotWaitWhereCallsTakeLongEnoughThemselves() {
        IntStream.range(0, 100)
                .forEach(count -> rate.call(LANE, () -> {
                    time.advance(Duration.ofMillis(250));
                    return "slow";
                }));

        assertThat(time.waits()).isEmpty();
    }

    @Test
    void countsEachLaneForItself() {
        call(LANE, 20);

        call(OTHER, 20);

        assertThat(time.waits()).isEmpty();
    }

    @Test
    void halvesTheRateOfALaneThatIsThrottled() {
        throttle();

        assertThat(secondsFor(LANE, 1)).isEqualTo(0.4);
        assertThat(secondsFor(OTHER, 20)).isZero();
    }

    @Test
    void slowsDownOnceForCallsThatAreThrottledTogether() {
        assertThatThrownBy(() -> rate.call(LANE, () -> {
            time.advance(Duration.ofMillis(10));
            throttleWithin();
            throw AwsFailures.throttled();
        }));

        assertThat(secondsFor(LANE, 2)).as("at five halves a second").isBetween(0.7, 0.81);
    }

    @Test
    void neverComesToAStandstill() {
        IntStream.range(0, 50).forEach(count -> throttle());

        assertThat(secondsFor(LANE, 2)).isLessThanOrEqualTo(8);
    }

    @Test
    void recoversLittleByLittle() {
        throttle();

        assertThat(secondsFor(LANE, 20)).as("still slow").isGreaterThan(6);
        call(LANE, 200);
        assertThat(secondsFor(LANE, 20)).as("as before").isBetween(3.9, 4.1);
    }

    @Test
    void doesNotSlowDownForOtherTroubles() {
        assertThatThrownBy(() -> rate.call(LANE, () -> {
                    throw AwsFailures.unavailable();
                }))
                .isInstanceOf(AwsBusyException.class);

        assertThat(secondsFor(LANE, 19)).isZero();
    }

    @Test
    void settlesBelowALimitThatItIsNotTold() {
        Limit limit = new Limit(2);
        Instant began = time.instant();

        IntStream.range(0, 1_000).forEach(count -> tryCall(limit));

        double seconds = Duration.between(began, time.instant()).toMillis() / 1e3;
        assertThat(limit.throttled).isLessThan(50);
        assertThat((1_000 - limit.throttled) / seconds).isBetween(1.4, 2.1);
    }

    @Test
    void givesUpWaitingWhenTheRunIsStopped() {
        call(LANE, 20);
        time.stopAfterWaits(0);
        call(LANE, 1);

        assertThatThrownBy(() -> call(LANE, 1)).isInstanceOf(StopRequestedException.class);
    }

    @Test
    void letsSeveralThreadsTakeTurns() throws Exception {
        Queue<Duration> waits = new ConcurrentLinkedQueue<>();
        PoliteRate shared = new PoliteRate(5, Clock.fixed(FakeTime.START, ZoneOffset.UTC), waits::add);
        ExecutorService threads = Executors.newFixedThreadPool(4);

        Callable<Boolean> calls = () -> {
            IntStream.range(0, 50).forEach(count -> shared.call(LANE, () -> "answer"));
            return true;
        };
        threads.invokeAll(List.of(calls, calls, calls, calls));
        threads.shutdown();

        assertThat(waits).hasSize(200 - 21).doesNotHaveDuplicates();
        assertThat(waits.stream().max(Duration::compareTo)).contains(Duration.ofMillis((200 - 21) * 200));
    }

    private void call(Lane lane, int times) {
        IntStream.range(0, times).forEach(count -> rate.call(lane, () -> "answer"));
    }

    private double secondsFor(Lane lane, int times) {
        Duration before = time.waited();
        call(lane, times);
        return time.waited().minus(before).toMillis() / 1e3;
    }

    private void throttle() {
        assertThatThrownBy(this::throttleWithin).isInstanceOf(AwsBusyException.class);
    }

    private void throttleWithin() {
        rate.call(LANE, () -> {
            throw AwsFailures.throttled();
        });
    }

    private void tryCall(Limit limit) {
        try {
            rate.call(LANE, limit);
        } catch (AwsBusyException e) {
            // The limit has counted it.
        }
    }

    /** An AWS that allows so many calls a second, and ten at once. */
    private final class Limit implements Supplier<String> {
        private final double perSecond;
        private double tokens = 10;
        private Instant last = FakeTime.START;
        private int throttled;

        private Limit(double perSecond) {
            this.perSecond = perSecond;
        }

        @Override
        public String get() {
            tokens =
                    Math.min(10, tokens + Duration.between(last, time.instant()).toMillis() / 1e3 * perSecond);
            last = time.instant();
            if (tokens < 1) {
                throttled++;
                throw AwsFailures.throttled();
            }
            tokens--;
            return "answer";
        }
    }
}
