package io.catalogimport.report.html;

import io.catalogimport.report.html.Import.Kind;
import java.time.Duration;
import java.util.List;

/** A lane as the table of lanes shows it, and the sentence that stands for its bars. */
record LaneView(
        String name,
        String imports,
        String failed,
        String open,
        String busy,
        String average,
        String between,
        String stopped,
        String words,
        List<LaneChart.Bar> bars) {

    static LaneView of(LaneFigures lane, List<Span> running, List<LaneChart.Bar> bars) {
        String words = "Lane %s: %s from %s to %s UTC, %s failed, %s in flight or without a known end."
                .formatted(
                        lane.name(),
                        Words.count(lane.imports(), "import"),
                        Words.time(lane.span().from()),
                        Words.time(lane.span().to()),
                        Words.number(lane.count(Kind.FAILED)),
                        Words.number(lane.count(Kind.IN_FLIGHT) + lane.count(Kind.OPEN)));
        Duration average = lane.busy().dividedBy(Math.max(1, lane.imports()));
        return new LaneView(
                lane.name(),
                Words.number(lane.imports()),
                Words.number(lane.count(Kind.FAILED)),
                Words.number(lane.count(Kind.IN_FLIGHT) + lane.count(Kind.OPEN)),
                Words.duration(lane.busy()),
                Words.duration(average),
                Words.duration(lane.between(running)),
                Words.duration(lane.stopped(running)),
                words,
                bars);
    }
}
