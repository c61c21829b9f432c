package io.catalogimport.report.html;

import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.RunHistory;
import io.catalogimport.report.html.Import.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all rows together come to, collected while they go by once. */
final class Overview {
    private final Instant now;
    private final Map<String, LaneFigures> lanes = new LinkedHashMap<>();
    private final Distribution importTimes = new Distribution();
    private final Distribution gaps = new Distribution();
    private final Reasons reasons = new Reasons();
    private final StartTally starts;
    private final PauseMarks pauses;
    private long rows;

    Overview(RunHistory history, Instant now) {
        this.now = now;
        this.starts = new StartTally(history.starts(), now);
        this.pauses = new PauseMarks(history.pauses(), now);
    }

    void add(LedgerRow row) {
        rows++;
        reasons.add(row);
        Import.of(row, now).ifPresent(this::add);
    }

    private void add(Import next) {
        starts.add(next);
        // The end of an import was seen late if its process had died.
        if (next.kind() == Kind.DONE && starts.isWithinOne(next.time())) {
            importTimes.add(next.time().length());
        }
        @Nullable
        Duration gap = lanes.computeIfAbsent(next.lane(), LaneFigures::new).add(next);
        if (gap != null) {
            addGap(new Span(next.time().from().minus(gap), next.time().from()));
        }
    }

    /** One that somebody made longer on purpose says nothing about the program. */
    private void addGap(Span gap) {
        if (starts.isWithinOne(gap)
                && pauses.spans().stream().allMatch(pause -> gap.within(pause).isZero())) {
            gaps.add(gap.length());
        }
    }

    long rows() {
        return rows;
    }

    List<LaneFigures> lanes() {
        return new ArrayList<>(lanes.values());
    }

    /** The times in which the program imported; without known starts, from the first import to the last. */
    List<Span> running() {
        List<Span> known = starts.active();
        return known.isEmpty()
                ? lanes.values().stream()
                        .map(LaneFigures::span)
                        .reduce(Span::with)
                        .map(List::of)
                        .orElse(List.of())
                : known;
    }

    /** The same without pauses, in which the program was not to begin anything. */
    List<Span> working() {
        return Span.without(running(), pauses.spans());
    }

    PauseMarks pauses() {
        return pauses;
    }

    Distribution importTimes() {
        return importTimes;
    }

    Distribution gaps() {
        return gaps;
    }

    Reasons reasons() {
        return reasons;
    }

    StartTally starts() {
        return starts;
    }
}
