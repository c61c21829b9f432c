package io.catalogimport.chaos;

import io.catalogimport.chaos.Disturbance.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The disturbances of each round, drawn from a seed number. In every round all processes are killed. In some rounds a
 * second process is started, and in others PostgreSQL goes away for a while; few rounds have both. A round counts its time
 * from one of three moments. Otherwise all kills on a slow machine would come while the program starts, and all kills on
 * a quick one while it imports.
 */
final class DisturbancePlan {
    private static final Duration SHORTEST_LIFE = Duration.ofMillis(500);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(2);
    private static final Duration LONGEST_LEAD = Duration.ofSeconds(2);
    private static final List<Beginning> BEGINNINGS =
            List.of(Beginning.SUBMITS_IMPORT, Beginning.STARTS, Beginning.SUBMITS_IMPORT, Beginning.ASKS_AWS);
    private static final int OUTAGE_EVERY = 5;
    private static final int SECOND_EVERY = 7;

    /** What the program does when a round's time begins. */
    enum Beginning {
        STARTS,
        ASKS_AWS,
        SUBMITS_IMPORT
    }

    private final Random random;
    private int rounds;

    DisturbancePlan(long seed) {
        this.random = new Random(seed);
    }

    /**
     * What happens in one round.
     *
     * @param lead of the first process before a second one is started, if one is
     * @param beginning from when on the time of the disturbances is counted
     * @param disturbances in the order of time
     */
    record Round(Optional<Duration> lead, Beginning beginning, List<Disturbance> disturbances) {}

    /** However long the lives may be, as many numbers are drawn. */
    Round next(Duration longestLife) {
        rounds++;
        List<Disturbance> round = new ArrayList<>();
        Duration life = life(longestLife);
        round.add(new Disturbance(Kind.KILL_FIRST, life));
        if (rounds % OUTAGE_EVERY == 2) {
            Duration stop = between(Duration.ZERO, life);
            Kind mode = random.nextBoolean() ? Kind.STOP_POSTGRES_FAST : Kind.STOP_POSTGRES_IMMEDIATELY;
            round.add(new Disturbance(mode, stop));
            round.add(new Disturbance(Kind.START_POSTGRES, stop.plus(between(Duration.ZERO, LONGEST_OUTAGE))));
        }
        Optional<Duration> lead = Optional.empty();
        if (rounds % SECOND_EVERY == 3) {
            lead = Optional.of(between(Duration.ZERO, LONGEST_LEAD));
            round.add(new Disturbance(Kind.KILL_SECOND, life(longestLife)));
        }
        round.sort(Comparator.comparing(Disturbance::at));
        return new Round(lead, BEGINNINGS.get(rounds % BEGINNINGS.size()), round);
    }

    private Duration life(Duration longest) {
        return between(SHORTEST_LIFE, longest);
    }

    private Duration between(Duration least, Duration most) {
        return least.plusNanos((long) (random.nextDouble() * most.minus(least).toNanos()));
    }
}
