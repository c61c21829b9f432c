package io.catalogimport.report.html;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A time from one moment to another. */
record Span(Instant from, Instant to) {
    /** The second moment is never before the first: clocks of several hosts may differ. */
    Span {
        if (to.isBefore(from)) {
            to = from;
        }
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** How much of this is in the other. */
    Duration within(Span other) {
        Instant later = from.isAfter(other.from) ? from : other.from;
        Instant earlier = to.isBefore(other.to) ? to : other.to;
        return earlier.isAfter(later) ? Duration.between(later, earlier) : Duration.ZERO;
    }

    /** What is left of spans without the times of others. */
    static List<Span> without(List<Span> spans, List<Span> others) {
        List<Span> left = new ArrayList<>(spans);
        for (Span other : others) {
            List<Span> next = new ArrayList<>();
            for (Span span : left) {
                if (span.within(other).isZero()) {
                    next.add(span);
                    continue;
                }
                if (span.from.isBefore(other.from)) {
                    next.add(new Span(span.from, other.from));
                }
                if (span.to.isAfter(other.to)) {
                    next.add(new Span(other.to, span.to));
                }
            }
            left = next;
        }
        return left;
    }

    /** From the first moment of both to the last. */
    Span with(Span other) {
        return new Span(other.from.isBefore(from) ? other.from : from, other.to.isAfter(to) ? other.to : to);
    }

    /** In order, with what overlaps or is close together made one. */
    static List<Span> union(List<Span> spans, Duration closeness) {
        List<Span> union = new ArrayList<>();
        for (Span next : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            int last = union.size() - 1;
            if (last >= 0 && !next.from.isAfter(union.get(last).to.plus(closeness))) {
                union.set(last, union.get(last).with(next));
            } else {
                union.add(next);
            }
        }
        return union;
    }
}
