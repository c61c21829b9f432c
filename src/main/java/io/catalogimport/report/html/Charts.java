package io.catalogimport.report.html;

import io.catalogimport.report.Rows;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What is drawn of the imports. */
record Charts(
        List<Axis.Break> breaks,
        List<StartTally.Mark> marks,
        List<PauseMarks.Mark> pauses,
        List<LaneChart.Tick> ticks,
        List<LaneView> lanes,
        String allLanes,
        boolean isCut,
        boolean isMerged,
        TimeShares shares,
        String gap,
        List<Distribution.Bin> bins,
        String median,
        String ninetieth,
        String longest) {
    private static final double NINETY_PERCENT = 0.9;

    static Charts of(Overview overview, Rows rows, Instant now) throws IOException {
        List<LaneFigures> all = overview.lanes();
        List<LaneFigures> drawn = LaneChart.drawn(all);
        List<Span> working = overview.working();
        Axis axis = Axis.of(overview.running());
        LaneChart timeline = new LaneChart(axis, drawn);
        rows.forEach(row -> Import.of(row, now).ifPresent(timeline::add));
        Distribution times = overview.importTimes();
        return new Charts(
                axis.breaks(),
                overview.starts().marks(axis),
                overview.pauses().marks(axis),
                timeline.ticks(),
                drawn.stream()
                        .map(lane -> LaneView.of(lane, working, timeline.bars(lane.name())))
                        .toList(),
                Words.number(all.size()),
                drawn.size() < all.size(),
                drawn.stream().map(LaneFigures::name).anyMatch(timeline::isMerged),
                TimeShares.of(all, working),
                overview.gaps().total() == 0
                        ? ""
                        : Words.duration(overview.gaps().quantile(0.5)),
                times.bins(),
                Words.duration(times.quantile(0.5)),
                Words.duration(times.quantile(NINETY_PERCENT)),
                Words.duration(times.quantile(1)));
    }
}
