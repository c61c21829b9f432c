package io.catalogimport.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits the looks in an account, over all its lanes, because AWS throttles callers that ask too often. Imports of
 * several lanes may end together, so some looks may come at once. A look over the limit waits until there is room for
 * it. Thread-safe.
 */
public final class LookBudget {
    /** How long the room for a look that was not needed stays usable. */
    private static final Duration KEPT = Duration.ofMillis(500);

    private final Duration apart;
    private final long stretchesKept;
    private final Clock clock;
    /** For each account: the numbers of the time slots whose look is used. */
    private final Map<String, TreeSet<Long>> taken = new ConcurrentHashMap<>();

    /** A budget with this many looks per second in each account. */
    public LookBudget(double looksPerSecond, Clock clock) {
        this.apart = Duration.ofNanos((long) (1e9 / looksPerSecond));
        this.stretchesKept = KEPT.dividedBy(apart);
        this.clock = clock;
    }

    /** How long to wait for a look: the wanted time, or longer until there is room. */
    Duration untilThereIsRoom(String account, Duration wanted) {
        Instant now = clock.instant();
        TreeSet<Long> stretches = taken.computeIfAbsent(account, unknown -> new TreeSet<>());
        synchronized (stretches) {
            stretches.headSet(stretch(now) - stretchesKept).clear();
            long stretch = stretch(now.plus(wanted)) - stretchesKept;
            while (!stretches.add(stretch)) {
                stretch++;
            }
            Duration wait = Duration.between(now, Instant.EPOCH.plus(apart.multipliedBy(stretch)));
            return wait.compareTo(wanted) < 0 ? wanted : wait;
        }
    }

    private long stretch(Instant time) {
        return Duration.between(Instant.EPOCH, time).dividedBy(apart);
    }
}
