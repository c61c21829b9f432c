package io.catalogimport.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Clock and pause in one: a wait takes no time, moves the clock on and is remembered. Thread-safe. */
public final class FakeTime extends Clock implements Pause {
    /** When every test begins. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Duration> waits = new ArrayList<>();
    private volatile Instant now = START;
    private int waitsUntilStop = Integer.MAX_VALUE;
    private boolean isStopped;

    /** The run is asked to stop during the wait after so many. */
    public void stopAfterWaits(int count) {
        waitsUntilStop = waits.size() + count;
    }

    /** The run goes on again, as after a new start. */
    public void goOn() {
        waitsUntilStop = Integer.MAX_VALUE;
        isStopped = false;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** How long was waited in all. */
    public synchronized Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public synchronized boolean waitFor(Duration duration) {
        // Only the question whether the run was asked to stop, which it is during a wait.
        if (duration.isZero()) {
            return !isStopped;
        }
        if (waits.size() >= waitsUntilStop) {
            isStopped = true;
            return false;
        }
        waits.add(duration);
        advance(duration);
        return true;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nothing here knows of time zones");
    }
}
