package io.catalogimport.report.html;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often durations occurred, to a tenth of a second. What it needs does not grow with the number of durations. */
final class Distribution {
    private static final int TENTH = 100;
    private static final int MOST_BINS = 20;
    private static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100, 150, 300, 600, 1_200, 3_000, 6_000, 18_000, 36_000};

    /** How many times the median a duration is that counts among the last ones, so that one of them does not crush the rest. */
    private static final int FAR_OUT = 10;

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long total;

    void add(Duration duration) {
        counts.merge(Math.max(0, duration.toMillis() / TENTH), 1L, Long::sum);
        total++;
    }

    long total() {
        return total;
    }

    /** The duration that this part of all do not exceed; zero if there are none. */
    Duration quantile(double part) {
        long rank = Math.max(1, (long) Math.ceil(part * total));
        long seen = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return tenths(entry.getKey());
            }
        }
        return Duration.ZERO;
    }

    /** A column of the chart; percentages of the width and height. */
    record Bin(String words, long count, String x, String width, String y, String height) {}

    /** At most about twenty columns of the same width; the last one may have all that is longer. */
    List<Bin> bins() {
        if (total == 0) {
            return List.of();
        }
        long first = counts.firstKey();
        long last = Math.min(counts.lastKey(), quantile(0.5).toMillis() / TENTH * FAR_OUT + MOST_BINS);
        int step = step(last - first);
        long begin = first / step * step;
        int columns = (int) ((last - begin) / step) + 1;
        boolean isCut = counts.lastKey() >= begin + (long) columns * step;
        List<Long> heights = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            heights.add(between(begin + (long) column * step, begin + (column + 1L) * step));
        }
        if (isCut) {
            heights.add(between(begin + (long) columns * step, Long.MAX_VALUE));
        }
        return columns(heights, begin, step, isCut);
    }

    private static List<Bin> columns(List<Long> heights, long begin, int step, boolean isCut) {
        long highest = heights.stream().mapToLong(Long::longValue).max().orElse(1);
        double width = 100.0 / heights.size();
        List<Bin> bins = new ArrayList<>();
        for (int column = 0; column < heights.size(); column++) {
            double height = 100.0 * heights.get(column) / highest;
            String from = Words.duration(tenths(begin + (long) column * step));
            boolean isRest = isCut && column == heights.size() - 1;
            bins.add(new Bin(
                    isRest
                            ? from + " and longer"
                            : from + " to " + Words.duration(tenths(begin + (column + 1L) * step)),
                    heights.get(column),
                    Words.percent(column * width + width * 0.06),
                    Words.percent(width * 0.88),
                    Words.percent(100 - height),
                    Words.percent(height)));
        }
        return bins;
    }

    private long between(long from, long to) {
        return counts.subMap(from, to).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static int step(long range) {
        for (int step : STEPS) {
            if (range / step < MOST_BINS) {
                return step;
            }
        }
        return (int) (range / MOST_BINS) + 1;
    }

    private static Duration tenths(long number) {
        return Duration.ofMillis(number * TENTH);
    }
}
