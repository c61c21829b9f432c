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

    /** How many times longer the mean is than the median. */
    static final double MEAN_OF_MEDIAN = Math.exp(SIGMA * SIGMA / 2);

    private static final int CELLS = 10_000;
    private static final double TAIL = 8;

    private ImportTimes() {}

    /** Log-normal around the median, with sigma 0.3. */
    static List<Duration> varying(int count, int medianSeconds) {
        Random random = new Random(SEED);
        return Stream.generate(() -> medianSeconds * Math.exp(SIGMA * random.nextGaussian()))
                .limit(count)
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1e3)))
                .toList();
    }

    /** The integral of √(fS) over all times in medians: f is their density, S the share that takes longer. */
    static double integralOfRoots() {
        double cell = 2 * TAIL / CELLS;
        double unfinished = 1;
        double integral = 0;
        for (double z = -TAIL + cell / 2; z < TAIL; z += cell) {
            double share = cell * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            double length = SIGMA * cell * Math.exp(SIGMA * z);
            integral += Math.sqrt(share * Math.max(0, unfinished - share / 2) * length);
            unfinished -= share;
        }
        return integral;
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
