package io.catalogimport.status;

import java.util.Collection;

/**
 * A time that is not known exactly.
 *
 * @param mean in seconds
 * @param variance in seconds squared
 */
record Amount(double mean, double variance) {
    static final Amount NOTHING = new Amount(0, 0);

    private static final int HALVINGS = 60;

    /** Makes the logistic curve, which is quick to compute, as wide as the normal one. */
    private static final double AS_NORMAL = 1.702;

    /** How many standard deviations hold practically everything. */
    private static final double WIDEST = 8;

    Amount plus(Amount other) {
        return new Amount(mean + other.mean, variance + other.variance);
    }

    /**
     * The seconds within which all of these, which pass side by side, are over with this probability.
     *
     * @param probability such as 0.9
     */
    static double within(Collection<Amount> all, double probability) {
        double least = 0;
        double most = all.stream()
                .mapToDouble(each -> each.mean + WIDEST * Math.sqrt(each.variance))
                .max()
                .orElse(0);
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (least + most) / 2;
            if (probabilityWithin(all, middle) < probability) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return most;
    }

    private static double probabilityWithin(Collection<Amount> all, double seconds) {
        return all.stream().mapToDouble(each -> each.probabilityWithin(seconds)).reduce(1, (one, other) -> one * other);
    }

    private double probabilityWithin(double seconds) {
        if (variance == 0) {
            return seconds >= mean ? 1 : 0;
        }
        return 1 / (1 + Math.exp(-AS_NORMAL * (seconds - mean) / Math.sqrt(variance)));
    }
}
