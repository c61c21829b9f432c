package io.catalogimport.report.html;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a moment is on the timeline, in percent of its width. Long times in which nothing ran are cut out. */
final class Axis {
    private static final double WIDTH = 100;
    private static final double BREAK = 1.2;
    private static final int MOST_PARTS = 12;

    /** A pause that is shorter than this part of the running time stays on the axis. */
    private static final int WORTH_CUTTING = 10;

    private final List<Span> parts;
    private final double percentPerMillisecond;

    private Axis(List<Span> parts) {
        this.parts = parts;
        double breaks = BREAK * (parts.size() - 1);
        this.percentPerMillisecond =
                (WIDTH - breaks) / Math.max(1, running(parts).toMillis());
    }

    /** @param active the times in which the program ran; at least one */
    static Axis of(List<Span> active) {
        List<Span> parts = Span.union(active, Duration.ZERO);
        Duration closeness = running(parts).dividedBy(WORTH_CUTTING);
        parts = Span.union(parts, closeness);
        while (parts.size() > MOST_PARTS) {
            closeness = closeness.multipliedBy(2).plusMillis(1);
            parts = Span.union(parts, closeness);
        }
        return new Axis(parts);
    }

    private static Duration running(List<Span> parts) {
        return parts.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The place of a moment. One that was cut out is in the middle of its break. */
    double x(Instant moment) {
        double left = 0;
        for (Span part : parts) {
            if (moment.isBefore(part.from())) {
                return Math.max(0, left - BREAK / 2);
            }
            if (!moment.isAfter(part.to())) {
                return left + width(Duration.between(part.from(), moment));
            }
            left += width(part.length()) + BREAK;
        }
        return WIDTH;
    }

    /** The moment at a place. */
    Instant at(double x) {
        double left = 0;
        for (Span part : parts) {
            double width = width(part.length());
            if (x <= left + width) {
                long millis = Math.round(Math.max(0, x - left) / percentPerMillisecond);
                return part.from().plusMillis(millis);
            }
            left += width + BREAK;
        }
        return parts.get(parts.size() - 1).to();
    }

    /** A time that is cut out. */
    record Break(String x, String width, String words) {}

    List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        double left = 0;
        for (int number = 1; number < parts.size(); number++) {
            Span before = parts.get(number - 1);
            left += width(before.length());
            Duration cut = Duration.between(before.to(), parts.get(number).from());
            breaks.add(new Break(
                    Words.percent(left),
                    Words.percent(BREAK),
                    "Nothing ran for %s, until %s UTC"
                            .formatted(
                                    Words.duration(cut),
                                    Words.time(parts.get(number).from()))));
            left += BREAK;
        }
        return breaks;
    }

    private double width(Duration length) {
        return length.toMillis() * percentPerMillisecond;
    }
}
