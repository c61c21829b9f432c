package io.catalogimport.report.html;

import io.catalogimport.report.html.Import.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the imports of a lane come to. */
final class LaneFigures {
    private final String name;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private @Nullable Span span;
    private Duration busy = Duration.ZERO;
    private @Nullable Instant lastEnd;

    LaneFigures(String name) {
        this.name = name;
    }

    /** The time since the import before it in the lane; null for the first one and where the order of the file was not kept. */
    @Nullable
    Duration add(Import next) {
        counts.merge(next.kind(), 1L, Long::sum);
        busy = busy.plus(next.time().length());
        span = span == null ? next.time() : span.with(next.time());
        Instant before = lastEnd;
        lastEnd = next.time().to();
        return before == null || next.time().from().isBefore(before)
                ? null
                : Duration.between(before, next.time().from());
    }

    String name() {
        return name;
    }

    long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    long imports() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** From the first import to the last one. */
    Span span() {
        return span == null ? new Span(Instant.EPOCH, Instant.EPOCH) : span;
    }

    /** The time in which AWS had an import of the lane. */
    Duration busy() {
        return busy;
    }

    /** The time between imports while the program ran. */
    Duration between(List<Span> running) {
        Duration ran = running.stream().map(span()::within).reduce(Duration.ZERO, Duration::plus);
        Duration rest = ran.minus(busy);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** The time between the first import and the last one in which the program did not run. */
    Duration stopped(List<Span> running) {
        Duration rest = span().length().minus(busy).minus(between(running));
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
