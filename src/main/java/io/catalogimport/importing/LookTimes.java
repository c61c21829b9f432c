package io.catalogimport.importing;

import java.util.List;

/**
 * When to look at an import, computed from how long others took. The likelier an import is to end next, the closer
 * together the looks are. Their density follows the square root of that likelihood (the hazard rate). For any number of
 * looks, this keeps the time until an end is noticed as short as possible. The number of looks follows from what a look
 * is worth. Imports that all take the same time get few looks, imports that vary get more.
 */
final class LookTimes {
    /** A look is worth it when it saves this share of an import's mean time. */
    private static final double PRICE = 0.00225;

    /** The first look comes when this many would be due. A look that comes too early tells less than a later one. */
    private static final double FIRST = 1.5;

    /**
     * Looks continue at times when no import has ended before. The more imports were seen, the rarer such looks are.
     */
    private static final double DOUBT = 0.02;

    private static final int CELLS = 200;
    private static final double LEAST_UNFINISHED = 1e-3;

    private final double[] seconds = new double[CELLS + 1];
    private final double[] ended = new double[CELLS + 1];
    private final double[] looks = new double[CELLS + 1];

    /** @param seen how long imports took, in seconds; at least one */
    LookTimes(List<Double> seen) {
        Experience experience = new Experience(seen);
        double price = PRICE * experience.mean();
        for (int cell = 0; cell <= CELLS; cell++) {
            seconds[cell] = experience.shortest()
                    * Math.pow(experience.longest() / experience.shortest(), (double) cell / CELLS);
            ended[cell] = experience.endedWithin(seconds[cell]);
            if (cell > 0) {
                double length = seconds[cell] - seconds[cell - 1];
                double doubt = DOUBT / (seen.size() + 1) * length / seconds[cell];
                double unfinished = Math.max(1 - (ended[cell - 1] + ended[cell]) / 2, LEAST_UNFINISHED);
                double hazard = (ended[cell] - ended[cell - 1] + doubt) / length / unfinished;
                looks[cell] = looks[cell - 1] + Math.sqrt(hazard / (2 * price)) * length;
            }
        }
    }

    /** When to look first, in seconds from the submission. */
    double first() {
        return valueAt(FIRST, looks, seconds);
    }

    /**
     * When to look next at an import that had not ended by then; infinite if no import is known to have taken so long.
     */
    double after(double waited) {
        return waited >= seconds[CELLS]
                ? Double.POSITIVE_INFINITY
                : valueAt(valueAt(waited, seconds, looks) + 1, looks, seconds);
    }

    /** The share of imports that take at most this many seconds. */
    double endedWithin(double time) {
        return valueAt(time, seconds, ended);
    }

    /**
     * The value for the key, interpolated in a table of growing keys and values. Outside the table, the nearest value.
     */
    private static double valueAt(double key, double[] keys, double[] values) {
        int index = 0;
        while (index < keys.length && keys[index] < key) {
            index++;
        }
        if (index == 0 || index == keys.length) {
            return values[Math.min(index, keys.length - 1)];
        }
        double share = (key - keys[index - 1]) / (keys[index] - keys[index - 1]);
        return values[index - 1] + share * (values[index] - values[index - 1]);
    }
}
