package io.catalogimport.report.html;

import io.catalogimport.report.html.Import.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The bars of the lanes. Each import is a bar of its own, as long as a lane has no more than {@link #SLICES} imports and all
 * lanes together no more than {@link #MOST_BARS}. Beyond that, a lane's time is cut into slices, and what begins in neighbouring
 * slices is one bar. So neither the page nor the memory grows with the file.
 */
final class LaneChart {
    /** How many lanes are drawn. */
    static final int MOST_LANES = 100;

    static final int MOST_BARS = 10_000;
    static final int SLICES = 500;
    private static final int FEWEST_SLICES = 50;

    /** In percent of the width; otherwise an import of a second would not be seen in a week. */
    private static final double THINNEST = 0.15;

    private final Axis axis;
    private final int slices;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();

    /** @param drawn the lanes that are drawn, in their order */
    LaneChart(Axis axis, List<LaneFigures> drawn) {
        this.axis = axis;
        this.slices = Math.max(FEWEST_SLICES, Math.min(SLICES, MOST_BARS / Math.max(1, drawn.size())));
        long imports = drawn.stream().mapToLong(LaneFigures::imports).sum();
        drawn.forEach(lane ->
                lanes.put(lane.name(), imports > MOST_BARS || lane.imports() > SLICES ? new Merged() : new Single()));
    }

    /** The lanes to draw, in the order of the file; those with failures and open ends before all others if there are too many. */
    static List<LaneFigures> drawn(List<LaneFigures> all) {
        if (all.size() <= MOST_LANES) {
            return all;
        }
        return all.stream()
                .sorted(Comparator.comparing(lane -> lane.count(Kind.FAILED) + lane.count(Kind.OPEN) == 0))
                .limit(MOST_LANES)
                .toList();
    }

    void add(Import next) {
        Lane lane = lanes.get(next.lane());
        if (lane != null) {
            lane.add(next);
        }
    }

    /** A bar for the page: a place and a width in percent, and what the pointer shows. */
    record Bar(String x, String width, String kind, int y, int height, String words) {}

    List<Bar> bars(String lane) {
        return Objects.requireNonNull(lanes.get(lane)).bars();
    }

    boolean isMerged(String lane) {
        return lanes.get(lane) instanceof Merged;
    }

    private sealed interface Lane {
        void add(Import next);

        List<Bar> bars();
    }

    private Bar bar(double from, double to, Kind kind, String words) {
        double width = Math.max(to - from, kind == Kind.DONE ? THINNEST : 2 * THINNEST);
        double x = Math.min(from, 100 - width);
        return switch (kind) {
            case DONE -> new Bar(Words.percent(x), Words.percent(width), "done", 6, 12, words);
            case FAILED -> new Bar(Words.percent(x), Words.percent(width), "failed", 0, 24, words);
            case IN_FLIGHT, OPEN -> new Bar(Words.percent(x), Words.percent(width), "open", 3, 18, words);
        };
    }

    /** A bar for each import. */
    private final class Single implements Lane {
        private final List<Bar> bars = new ArrayList<>();

        @Override
        public void add(Import next) {
            Span time = next.time();
            String words = "Line %d, %s: %s, %s to %s (%s)"
                    .formatted(
                            next.mapping().line(),
                            next.mapping().stackArn().stackName(),
                            next.kind().words(),
                            Words.time(time.from()),
                            Words.clock(time.to()),
                            Words.duration(time.length()));
            bars.add(bar(axis.x(time.from()), axis.x(time.to()), next.kind(), words));
        }

        @Override
        public List<Bar> bars() {
            return bars;
        }
    }

    /** A bar for what is in neighbouring slices. */
    private final class Merged implements Lane {
        private final Map<Kind, TreeMap<Integer, Slice>> slicesOf = new EnumMap<>(Kind.class);

        private record Slice(double from, double to, Span time, long imports) {
            Slice with(Slice other) {
                return new Slice(
                        Math.min(from, other.from),
                        Math.max(to, other.to),
                        time.with(other.time),
                        imports + other.imports);
            }
        }

        @Override
        public void add(Import next) {
            double from = axis.x(next.time().from());
            double to = axis.x(next.time().to());
            slicesOf.computeIfAbsent(next.kind(), kind -> new TreeMap<>())
                    .merge((int) (from * slices / 100), new Slice(from, to, next.time(), 1), Slice::with);
        }

        @Override
        public List<Bar> bars() {
            List<Bar> bars = new ArrayList<>();
            slicesOf.forEach((kind, inOrder) -> {
                Slice open = null;
                for (Slice next : inOrder.values()) {
                    if (open != null && next.from() <= open.to() + 100.0 / slices) {
                        open = open.with(next);
                    } else {
                        if (open != null) {
                            bars.add(bar(kind, open));
                        }
                        open = next;
                    }
                }
                if (open != null) {
                    bars.add(bar(kind, open));
                }
            });
            return bars;
        }

        private Bar bar(Kind kind, Slice slice) {
            String words = "%s %s, %s to %s"
                    .formatted(
                            Words.count(slice.imports(), "import"),
                            kind.words(),
                            Words.time(slice.time().from()),
                            Words.time(slice.time().to()));
            return LaneChart.this.bar(slice.from(), slice.to(), kind, words);
        }
    }

    /** A time at the foot of the timeline. */
    record Tick(String x, String words, String anchor, boolean isMinor) {}

    List<Tick> ticks() {
        Instant first = axis.at(0);
        Instant last = axis.at(100);
        boolean isShort = new Span(first, last).length().toHours() < 12;
        List<Tick> ticks = new ArrayList<>();
        for (int x = 0; x <= 100; x += 20) {
            Instant moment = axis.at(x);
            String words = isShort ? Words.clock(moment) : Words.shortTime(moment);
            String anchor = x == 0 ? "start" : x == 100 ? "end" : "middle";
            ticks.add(new Tick(Words.percent(x), words, anchor, x == 20 || x == 40 || x == 60 || x == 80));
        }
        return ticks;
    }
}
