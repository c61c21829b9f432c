package io.catalogimport.cli;

import io.catalogimport.aws.Lane;
import io.catalogimport.importing.PollSchedule;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.run.ImportWork;
import io.catalogimport.run.LaneOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long the imports will still take: the median of the latest ones, times those that the longest lane has left. */
final class TimeLeft {
    private final LaneOptions options;
    private final Map<String, Long> left = new HashMap<>();
    private final Deque<Duration> recent;
    private long mayBegin;

    TimeLeft(ImportWork work, LaneOptions options) {
        this.options = options;
        this.recent = new ArrayDeque<>(work.recent());
        this.mayBegin = work.mayBegin();
        work.readyByLane().forEach((lane, ready) -> left.merge(unit(lane), ready, Long::sum));
    }

    /** An import that is under way. */
    record UnderWay(Lane lane, Duration since) {}

    /** The median of these durations, if there are any. */
    static Optional<Duration> median(Collection<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    /** One import has taken so long. */
    void imported(Lane lane, Duration took) {
        recent.addFirst(took);
        if (recent.size() > PollSchedule.MEMORY) {
            recent.removeLast();
        }
        ended(lane);
    }

    /** One import of the lane needs no more time. */
    void ended(Lane lane) {
        left.computeIfPresent(unit(lane.toString()), (unit, rows) -> Math.max(0, rows - 1));
        mayBegin = Math.max(0, mayBegin - 1);
    }

    /** Nothing more begins in the lane. */
    void closed(Lane lane) {
        left.remove(unit(lane.toString()));
    }

    /** The time left, if any import has been seen yet. Other workers' lanes are not known, so it is empty if there are any. */
    Optional<Duration> with(List<UnderWay> imports) {
        return options.shared() ? Optional.empty() : median(recent).map(median -> with(imports, median));
    }

    private Duration with(List<UnderWay> imports, Duration median) {
        Map<String, Duration> work = new HashMap<>();
        left.forEach((unit, rows) -> work.put(unit, median.multipliedBy(rows)));
        for (UnderWay under : imports) {
            work.computeIfPresent(
                    unit(under.lane().toString()),
                    (unit, time) -> notNegative(time.minus(least(under.since(), median))));
        }
        Duration longest = work.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        Duration together = work.values().stream().reduce(Duration.ZERO, Duration::plus);
        Duration allowed = least(together, median.multipliedBy(mayBegin));
        Duration shared = allowed.dividedBy(Math.max(1, options.parallel()));
        return least(longest, allowed).compareTo(shared) > 0 ? least(longest, allowed) : shared;
    }

    /** In this only one import is under way at a time. */
    private String unit(String lane) {
        if (!options.areSideBySide() || options.scope() == LaneScope.RUN) {
            return "";
        }
        return options.scope() == LaneScope.ACCOUNT ? lane.substring(0, Math.max(0, lane.indexOf('/'))) : lane;
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
