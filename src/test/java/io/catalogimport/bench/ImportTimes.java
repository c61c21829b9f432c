package io.catalogimport.bench;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** How long imports take in AWS: the same times whenever they are drawn. */
final class ImportTimes {
    private static final double SIGMA = 0.3;
    private static final long SEED = 1;

    private ImportTimes() {}

    /** Log-normal around the median, with sigma 0.3. */
    static List<Duration> varying(int count, int medianSeconds) {
        Random random = new Random(SEED);
        return Stream.generate(() -> medianSeconds * Math.exp(SIGMA * random.nextGaussian()))
                .limit(count)
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1e3)))
                .toList();
    }

    static List<Duration> constant(int count, Duration each) {
        return Collections.nCopies(count, each);
    }

    static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    static double sumOfSeconds(List<Duration> times) {
        return times.stream().mapToDouble(ImportTimes::seconds).sum();
    }
}
