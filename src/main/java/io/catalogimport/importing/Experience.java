package io.catalogimport.importing;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How long imports take, as far as those seen can tell: each is blurred by as much as fits their number and how unlike
 * each other they are, on a logarithmic scale, for what is seen is twice or half as long rather than a second more or less.
 */
final class Experience {
    /** How unlike each other imports are taken to be before any were seen, and as how many seen ones that counts. */
    private static final double SPREAD = 0.3;

    private static final double COUNTS_AS = 6;
    private static final double NARROWEST_BLUR = 0.02;
    private static final double BLURS_BEYOND = 3.5;

    /** Makes the logistic curve, which is quick to compute, as wide as the normal one. */
    private static final double AS_NORMAL = 1.702;

    private final double mean;
    private final double blur;
    private final double middle;
    /** What each import seen adds to the curve, worked out but for the time that is asked for. */
    private final double[] terms;

    private final double least;
    private final double most;

    Experience(List<Double> seconds) {
        double[] logarithms = seconds.stream().mapToDouble(Math::log).sorted().toArray();
        mean = seconds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        middle = DoubleStream.of(logarithms).average().orElseThrow();
        blur = blur(logarithms, middle);
        terms = DoubleStream.of(logarithms)
                .map(logarithm -> Math.exp(AS_NORMAL * (logarithm - middle) / blur))
                .toArray();
        least = logarithms[0] - BLURS_BEYOND * blur;
        most = logarithms[logarithms.length - 1] + BLURS_BEYOND * blur;
    }

    /** By Scott's rule. */
    private static double blur(double[] logarithms, double middle) {
        double squares = COUNTS_AS * SPREAD * SPREAD;
        for (double logarithm : logarithms) {
            squares += (logarithm - middle) * (logarithm - middle);
        }
        double spread = Math.sqrt(squares / (COUNTS_AS + logarithms.length));
        return Math.max(NARROWEST_BLUR, spread * Math.pow(logarithms.length, -0.2));
    }

    double mean() {
        return mean;
    }

    /** Hardly any import takes less. */
    double shortest() {
        return Math.exp(least);
    }

    /** Hardly any import takes more. */
    double longest() {
        return Math.exp(most);
    }

    /** The share of imports that take no longer than so many seconds. */
    double endedWithin(double seconds) {
        double at = Math.exp(AS_NORMAL * (middle - Math.log(seconds)) / blur);
        double share = 0;
        for (double term : terms) {
            share += 1 / (1 + term * at);
        }
        return share / terms.length;
    }
}
