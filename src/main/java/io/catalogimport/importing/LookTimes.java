package io.catalogimport.importing;

import java.util.List;

/**
 * When to look at an import, told from how long others took. The likelier it is that an import ends next, the closer the
 * looks are: their density goes with the square root of that likelihood (the hazard rate), which for any number of looks
 * makes the time until an end is noticed as short as it can be. How many there are follows from what a look is worth, so
 * that imports that all take the same time get few, and those that vary get more.
 */
final class LookTimes {
    /** A look is worth it when it saves this share of an import's mean time. */
    private static final double PRICE = 0.00225;

    /** The first look comes when as many would be due: a look too early tells less than a later one. */
    private static final double FIRST = 1.5;

    /** Looks do not cease where no import has ended before; the more have been seen, the rarer they are. */
    private static final double DOUBT = 0.02;

    private static final int CELLS = 200;
    private static final double LEAST_UNFINISHED = 1e-3;

    private final double[] seconds = new double[CELLS + 1];
    private final double[] ended = new double[CELLS + 1];
    private final double[] looks = new double[CELLS + 1];

    /** Tells the times from those that imports took, in seconds, of which there is at least one. */
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

    /** When to look next at an import that was not over then; infinite where none is known to have taken so long. */
    double after(double waited) {
        return waited >= seconds[CELLS]
                ? Double.POSITIVE_INFINITY
                : valueAt(valueAt(waited, seconds, looks) + 1, looks, seconds);
    }

    /** The share of imports that take no longer than so many seconds. */
    double endedWithin(double time) {
        return valueAt(time, seconds, ended);
    }

    /** What belongs to the key in a table of growing keys and values; the nearest where the table does not reach so far. */
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
