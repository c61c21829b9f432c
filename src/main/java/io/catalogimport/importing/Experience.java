package io.catalogimport.importing;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How long imports take, estimated from the imports seen. Each import seen stands for a range of durations around its
 * own. The more imports were seen, and the more alike they are, the smaller the range. The scale is logarithmic,
 * because imports take twice or half as long rather than a second more or less.
 */
final class Experience {
    /** The spread that is assumed before any import was seen, and how many imports that assumption counts for. */
    private static final double SPREAD = 0.3;

    private static final double COUNTS_AS = 6;
    private static final double NARROWEST_BLUR = 0.02;
    private static final double BLURS_BEYOND = 3.5;

    /** Makes the logistic curve, which is quick to compute, as wide as the normal one. */
    private static final double AS_NORMAL = 1.702;

    private final double mean;
    private final double blur;
    private final double middle;
    /** What each import seen adds to the curve, computed as far as possible without the time that is asked for. */
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

    /** The share of imports that take at most this many seconds. */
    double endedWithin(double seconds) {
        double at = Math.exp(AS_NORMAL * (middle - Math.log(seconds)) / blur);
        double share = 0;
        for (double term : terms) {
            share += 1 / (1 + term * at);
        }
        return share / terms.length;
    }
}
