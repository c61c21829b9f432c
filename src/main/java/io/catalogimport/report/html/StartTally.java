package io.catalogimport.report.html;

import io.catalogimport.ledger.PastStart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The starts of the run, with the imports that were asked for in each. */
final class StartTally {
    private final List<PastStart> starts;
    private final Instant[] lastActivity;
    private final long[] imports;
    private final Instant now;

    /** @param now when a start that has no end is still going on, as far as is known */
    StartTally(List<PastStart> starts, Instant now) {
        this.starts = starts;
        this.now = now;
        this.imports = new long[starts.size()];
        this.lastActivity = starts.stream().map(PastStart::startedAt).toArray(Instant[]::new);
    }

    void add(Import next) {
        int start = at(next.time().from());
        if (start >= 0) {
            imports[start]++;
            seen(start, next.time().from());
            seen(at(next.time().to()), next.time().to());
        }
    }

    /** Whether one start saw all of it. */
    boolean isWithinOne(Span time) {
        return at(time.from()) == at(time.to());
    }

    private void seen(int start, Instant moment) {
        if (moment.isAfter(lastActivity[start])) {
            lastActivity[start] = moment;
        }
    }

    /** The last one that began before then; -1 if there is none. */
    private int at(Instant moment) {
        int low = 0;
        int high = starts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts.get(middle).startedAt().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    /** The times in which the program ran and imported, in order. */
    List<Span> active() {
        List<Span> spans = new ArrayList<>();
        for (int number = 0; number < starts.size(); number++) {
            if (imports[number] > 0
                    || lastActivity[number].isAfter(starts.get(number).startedAt())) {
                spans.add(span(number));
            }
        }
        return Span.union(spans, Duration.ZERO);
    }

    /** When a process died is not known, but when it last did something is. */
    private Span span(int number) {
        PastStart start = starts.get(number);
        Instant end = start.hasDied() ? lastActivity[number] : Objects.requireNonNullElse(start.endedAt(), now);
        return new Span(start.startedAt(), end);
    }

    /** A line of the table of starts. */
    record View(int number, String time, String command, String took, String end, String imports) {}

    /** @param most how many at most; the latest */
    List<View> views(int most) {
        List<View> views = new ArrayList<>();
        for (int number = Math.max(0, starts.size() - most); number < starts.size(); number++) {
            PastStart start = starts.get(number);
            views.add(new View(
                    number + 1,
                    Words.time(start.startedAt()),
                    start.command(),
                    start.endedAt() == null || start.hasDied()
                            ? "not known"
                            : Words.duration(span(number).length()),
                    end(start),
                    Words.number(imports[number])));
        }
        return views;
    }

    private static String end(PastStart start) {
        @Nullable Instant endedAt = start.endedAt();
        if (start.hasDied()) {
            return "its process died";
        }
        return endedAt == null
                ? "not ended"
                : start.end().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A mark on the timeline. */
    record Mark(String x, String words) {}

    /** Where starts began that imported something. */
    List<Mark> marks(Axis axis) {
        List<Mark> marks = new ArrayList<>();
        for (int number = 0; number < starts.size(); number++) {
            if (imports[number] > 0) {
                Instant began = starts.get(number).startedAt();
                marks.add(new Mark(
                        Words.percent(axis.x(began)), "Start %d, %s UTC".formatted(number + 1, Words.time(began))));
            }
        }
        return marks;
    }

    int size() {
        return starts.size();
    }
}
