package io.catalogimport.status;

import java.time.Duration;
import java.util.List;

/**
 * How long one import takes, as far as those that were seen can tell.
 *
 * @param imports how many were seen
 * @param mean in seconds
 * @param variance in seconds squared
 */
record Pace(long imports, double mean, double variance, Duration median) {
    /** How much imports are taken to differ before any were seen, and as how many seen ones that counts. */
    private static final double SPREAD = 0.3;

    private static final double COUNTS_AS = 6;

    /** An import that takes longer than usual goes on for a while: so large a part of the usual time. */
    private static final double STILL = 0.2;

    /** Of imports that took this long; there is at least one. */
    static Pace of(List<Duration> taken) {
        double mean = taken.stream().mapToDouble(Pace::seconds).average().orElseThrow();
        double variance = taken.stream()
                .mapToDouble(Pace::seconds)
                .map(seconds -> (seconds - mean) * (seconds - mean))
                .average()
                .orElseThrow();
        Duration median = taken.stream().sorted().toList().get(taken.size() / 2);
        return new Pace(taken.size(), mean, variance, median);
    }

    /**
     * How long so many imports take, one after the other. That few were seen makes this less certain: the mean itself may be
     * another one.
     */
    Amount of(long number) {
        double ofEach = varianceOfOne();
        return new Amount(number * mean, number * ofEach + (double) number * number * ofEach / imports);
    }

    /** How long an import still takes that has taken so long. */
    Amount rest(Duration taken) {
        return new Amount(Math.max(mean - seconds(taken), STILL * mean), varianceOfOne());
    }

    private double varianceOfOne() {
        double before = SPREAD * mean;
        return (COUNTS_AS * before * before + imports * variance) / (COUNTS_AS + imports);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
