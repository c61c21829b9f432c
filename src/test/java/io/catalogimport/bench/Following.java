package io.catalogimport.bench;

import java.time.Duration;
import java.util.List;

/**
 * How closely imports were followed.
 *
 * @param gap from an import's real end until that was known, as a share of the import's time, in the mean over all time
 * @param calls how often AWS was asked for an import's status, in the mean
 */
record Following(double gap, double calls) {

    /**
     * What the SDK's waiter makes of imports of these times: it looks at once, and again each time the delay is over. That
     * is the whole of its rule, and can be computed.
     */
    static Following byWaiter(Duration delay, List<Duration> times) {
        double gapNanos = 0;
        long looks = 0;
        for (Duration time : times) {
            long delays = (time.toNanos() + delay.toNanos() - 1) / delay.toNanos();
            gapNanos += delays * (double) delay.toNanos() - time.toNanos();
            looks += 1 + delays;
        }
        return new Following(gapNanos / 1e9 / ImportTimes.sumOfSeconds(times), (double) looks / times.size());
    }

    /**
     * The smallest gap that so many looks an import can have. Looks of density r notice an end of likelihood f after 1/2r
     * in the mean, and S, the imports not yet over, cost r looks each; the best r is the square root of the hazard f/S,
     * and leaves (∫√(fS))² / 2 looks.
     */
    static double leastGap(double looks) {
        double root = ImportTimes.integralOfRoots();
        return root * root / (2 * looks * ImportTimes.MEAN_OF_MEDIAN);
    }
}
