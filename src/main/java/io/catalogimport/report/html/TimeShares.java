package io.catalogimport.report.html;

import java.time.Duration;
import java.util.List;

/**
 * Whose time it was, over all lanes: AWS's, which had an import, or ours, between two imports of a lane while the program ran.
 *
 * @param stopped the time in which it did not run; it belongs to nobody
 */
record TimeShares(Part aws, Part ours, String stopped) {
    /** A part of a bar: its place and width in percent. */
    record Part(String time, String share, String x, String width) {}

    static TimeShares of(List<LaneFigures> lanes, List<Span> running) {
        Duration busy = sum(lanes.stream().map(LaneFigures::busy).toList());
        Duration between = sum(lanes.stream().map(lane -> lane.between(running)).toList());
        Duration stopped = sum(lanes.stream().map(lane -> lane.stopped(running)).toList());
        double all = Math.max(1, busy.plus(between).toMillis());
        double aws = 100 * busy.toMillis() / all;
        return new TimeShares(part(busy, 0, aws), part(between, aws, 100 - aws), Words.duration(stopped));
    }

    private static Part part(Duration time, double x, double width) {
        return new Part(Words.duration(time), "%.0f %%".formatted(width), Words.percent(x), Words.percent(width));
    }

    private static Duration sum(List<Duration> durations) {
        return durations.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
