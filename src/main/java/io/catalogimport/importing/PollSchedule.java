package io.catalogimport.importing;

import io.catalogimport.aws.Lane;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When to look at an import in flight. It learns from how long the latest imports took, in any lane, and places its
 * looks where an end is likely. If an import takes longer than all before, the next look comes after a share of the
 * time waited so far. No account is looked at more often than its budget allows. Thread-safe.
 */
public final class PollSchedule {
    /** How many imports are remembered. */
    public static final int MEMORY = 100;

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FIRST_WITHOUT_EXPERIENCE = Duration.ofMillis(500);
    private static final double SHARE = 0.1;

    /** The times are computed again when one part in this many is new. All lanes wait for that, so it must be rare. */
    private static final int PART = 20;

    /**
     * An end before the first look probably came at this share of the time. After one more such end, at the smaller
     * share.
     */
    private static final double BEFORE_FIRST_LOOK = 0.85;

    private static final double AGAIN_BEFORE_FIRST_LOOK = 0.5;

    private final LookBudget budget;
    private final Deque<Double> seen = new ArrayDeque<>();
    private final Map<Lane, Surprise> surprises = new HashMap<>();
    private @Nullable LookTimes times;
    private int learnt;
    private boolean lastWasBeforeFirstLook;

    /** Begins with how long earlier imports took, the latest first. */
    public PollSchedule(List<Duration> earlier, LookBudget budget) {
        this.budget = budget;
        earlier.stream().limit(MEMORY).map(PollSchedule::seconds).forEach(seen::addLast);
    }

    /**
     * Learns how long an import took from its submission to its end, as closely as the looks can tell.
     *
     * @param unfinished when the last look found no end; zero if the first look found one
     * @param noticed when a look found the end
     * @return how long it probably took
     */
    public synchronized Duration learn(Lane lane, Duration unfinished, Duration noticed) {
        double took = seconds(estimate(unfinished, noticed));
        LookTimes expected = times;
        boolean isNewAge = expected != null
                && surprises.computeIfAbsent(lane, unknown -> new Surprise()).at(expected.endedWithin(took));
        seen.addFirst(took);
        learnt++;
        if (isNewAge) {
            forgetBut(Surprise.TOO_MANY);
        }
        while (seen.size() > MEMORY) {
            seen.removeLast();
        }
        return duration(took);
    }

    /** If the first look finds the end, later first looks must come earlier. Otherwise they never would. */
    private Duration estimate(Duration unfinished, Duration noticed) {
        boolean isBeforeFirstLook = unfinished.isZero();
        double share = lastWasBeforeFirstLook ? AGAIN_BEFORE_FIRST_LOOK : BEFORE_FIRST_LOOK;
        lastWasBeforeFirstLook = isBeforeFirstLook;
        return isBeforeFirstLook
                ? duration(seconds(noticed) * share)
                : unfinished.plus(noticed).dividedBy(2);
    }

    private void forgetBut(int latest) {
        while (seen.size() > latest) {
            seen.removeLast();
        }
        surprises.clear();
        times = null;
    }

    /**
     * How long to wait until the next look.
     *
     * @param waited how long ago the import was submitted
     */
    public Duration untilNextLook(Lane lane, Duration waited) {
        return budget.untilThereIsRoom(lane.account(), wait(waited));
    }

    private synchronized Duration wait(Duration waited) {
        LookTimes known = seen.isEmpty() ? null : times();
        Duration first = known == null ? FIRST_WITHOUT_EXPERIENCE : duration(known.first());
        if (waited.compareTo(first) < 0) {
            return first.minus(waited);
        }
        double next = known == null ? Double.POSITIVE_INFINITY : known.after(seconds(waited));
        return within(
                Double.isInfinite(next)
                        ? duration(seconds(waited) * SHARE)
                        : duration(next).minus(waited));
    }

    private LookTimes times() {
        if (times == null || learnt * PART >= seen.size()) {
            times = new LookTimes(List.copyOf(seen));
            learnt = 0;
        }
        return times;
    }

    private static Duration within(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static double seconds(Duration duration) {
        return Math.max(duration.toNanos(), 1) / 1e9;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    /** Notices that a lane's imports suddenly take a very different time than before. */
    private static final class Surprise {
        /** This many in a row, all among the shortest or all among the longest, are not by chance. */
        private static final int TOO_MANY = 4;

        private static final double OUTSIDE = 0.1;

        private int inARow;
        private boolean wasShort;

        /** @param share the share of known imports that took at most as long */
        private boolean at(double share) {
            boolean isShort = share < OUTSIDE;
            boolean isUsual = !isShort && share <= 1 - OUTSIDE;
            inARow = isUsual ? 0 : isShort == wasShort ? inARow + 1 : 1;
            wasShort = isShort;
            return inARow >= TOO_MANY;
        }
    }
}
