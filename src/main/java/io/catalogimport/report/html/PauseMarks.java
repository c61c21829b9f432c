package io.catalogimport.report.html;

import io.catalogimport.ledger.PastPause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The times in which somebody had paused the run. */
final class PauseMarks {
    private final List<PastPause> pauses;
    private final Instant now;

    /** @param now until when a pause has lasted that has no end */
    PauseMarks(List<PastPause> pauses, Instant now) {
        this.pauses = pauses;
        this.now = now;
    }

    List<Span> spans() {
        return Span.union(pauses.stream().map(this::span).toList(), Duration.ZERO);
    }

    private Span span(PastPause pause) {
        return new Span(pause.from(), Objects.requireNonNullElse(pause.to(), now));
    }

    /** A pause on the timeline. */
    record Mark(String x, String width, String words) {}

    List<Mark> marks(Axis axis) {
        return pauses.stream().map(pause -> mark(pause, axis)).toList();
    }

    private Mark mark(PastPause pause, Axis axis) {
        Span time = span(pause);
        double from = axis.x(time.from());
        return new Mark(Words.percent(from), Words.percent(axis.x(time.to()) - from), words(pause));
    }

    private String words(PastPause pause) {
        Span time = span(pause);
        return pause.to() == null
                ? "Paused by %s since %s UTC".formatted(pause.by(), Words.time(time.from()))
                : "Paused by %s from %s to %s UTC (%s)"
                        .formatted(
                                pause.by(),
                                Words.time(time.from()),
                                Words.time(time.to()),
                                Words.duration(time.length()));
    }
}
