package io.catalogimport.chaos;

import io.catalogimport.chaos.RestartablePostgres.StopMode;
import io.catalogimport.chaos.Strike.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Strike after strike, drawn from a seed number. In turn, a worker is killed at any moment or while it does a certain thing;
 * now and then two or all die at once, some are not replaced, or PostgreSQL goes away.
 */
final class StrikePlan {
    /** None of them while a request is in doubt. */
    private static final List<Moment> BRIEF = List.of(Moment.FOLLOWS, Moment.VALIDATES, Moment.FOLLOWS);

    private static final List<Moment> MOMENTS = List.of(
            Moment.ANY,
            Moment.SUBMITS,
            Moment.PREPARES,
            Moment.IMPORTS,
            Moment.JOINS_OR_LEAVES,
            Moment.SUBMITS,
            Moment.VALIDATES,
            Moment.ANY,
            Moment.IMPORTS);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(2);
    private static final Duration LONGEST_VACANCY = Duration.ofSeconds(3);
    private static final int TWO_DIE_EVERY = 4;
    private static final int ALL_DIE_EVERY = 11;
    private static final int OUTAGE_EVERY = 6;
    private static final int HASTY_EVERY = 3;
    private static final int FEWER_EVERY = 3;

    private final Random random;
    private final int workers;
    private final List<Moment> moments;
    private int strikes;

    StrikePlan(long seed, CrewSettings crew) {
        this.random = new Random(seed);
        this.workers = crew.workers();
        this.moments = crew.brief() ? BRIEF : MOMENTS;
    }

    Strike next() {
        strikes++;
        int victims = strikes % ALL_DIE_EVERY == 0 ? workers : strikes % TWO_DIE_EVERY == 0 ? 2 : 1;
        Duration within = between(SHORTEST, LONGEST);
        StopMode mode = random.nextBoolean() ? StopMode.FAST : StopMode.IMMEDIATE;
        Outage outage = new Outage(mode, random.nextBoolean(), between(Duration.ZERO, LONGEST_OUTAGE));
        int fewer = 1 + random.nextInt(workers);
        return new Strike(
                strikes % HASTY_EVERY != 0,
                moments.get(strikes % moments.size()),
                within,
                victims,
                strikes % OUTAGE_EVERY == 2 ? Optional.of(outage) : Optional.empty(),
                between(Duration.ZERO, LONGEST_VACANCY),
                strikes % FEWER_EVERY == 1 ? fewer : workers);
    }

    private Duration between(Duration least, Duration most) {
        return least.plusNanos((long) (random.nextDouble() * most.minus(least).toNanos()));
    }
}
