package io.catalogimport.importing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * When to look at an import in flight. The first look comes when the fastest tenth of the latest imports would have
 * been done; each later one after a small share of the time waited so far, so that an import's end is noticed late by
 * a small share of its length, at the cost of a few looks. Safe for use by several threads.
 */
public final class PollSchedule {
    /** How many imports are remembered. */
    public static final int MEMORY = 30;

    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FIRST_WITHOUT_EXPERIENCE = Duration.ofMillis(500);
    private static final double SHARE = 0.05;
    private static final int EARLIEST_PERCENT = 10;

    private final Deque<Duration> seen = new ArrayDeque<>();

    /** @param earlier how long earlier imports took, the latest first */
    public PollSchedule(List<Duration> earlier) {
        earlier.stream().limit(MEMORY).forEach(seen::addLast);
    }

    /**
     * Learns how long an import took from its submission to its end.
     *
     * @param atFirstLook whether the first look found the end: it may have come long before, so that a shorter time is
     *     taken for true, or the first look would never come earlier
     */
    public synchronized void learn(Duration taken, boolean atFirstLook) {
        seen.addFirst(atFirstLook ? taken.dividedBy(2) : taken);
        if (seen.size() > MEMORY) {
            seen.removeLast();
        }
    }

    /** How long to wait until the next look at an import that was submitted so long ago. */
    public synchronized Duration untilNextLook(Duration waited) {
        Duration first = firstLook();
        if (waited.compareTo(first) < 0) {
            return first.minus(waited);
        }
        return within(Duration.ofMillis((long) (waited.toMillis() * SHARE)));
    }

    private Duration firstLook() {
        if (seen.isEmpty()) {
            return FIRST_WITHOUT_EXPERIENCE;
        }
        return seen.stream().sorted().toList().get(seen.size() * EARLIEST_PERCENT / 100);
    }

    private static Duration within(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
