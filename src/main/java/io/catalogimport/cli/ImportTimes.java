package io.catalogimport.cli;

import java.time.Duration;
import org.apache.commons.lang3.time.DurationFormatUtils;

/** Durations as people read them. */
final class ImportTimes {
    private ImportTimes() {}

    /** In words: {@code 2 minutes 3 seconds}. */
    static String words(Duration duration) {
        Duration whole = duration.plusMillis(500);
        return whole.toSeconds() == 0
                ? "less than a second"
                : DurationFormatUtils.formatDurationWords(whole.toMillis(), true, true);
    }

    /** In few words, no more exact than people need: {@code 3 d 4 h}, {@code 1 h 5 min}, {@code 28 min}, {@code 9 min 3 s}. */
    static String brief(Duration duration) {
        Duration whole = duration.isNegative() ? Duration.ZERO : duration;
        if (whole.toDays() > 0) {
            return pair(whole.toDays(), "d", whole.toHoursPart(), "h");
        }
        if (whole.toHours() > 0) {
            return pair(whole.toHours(), "h", whole.toMinutesPart(), "min");
        }
        return whole.toMinutes() >= 10
                ? whole.toMinutes() + " min"
                : pair(whole.toMinutes(), "min", whole.toSecondsPart(), "s");
    }

    private static String pair(long large, String unit, long small, String smallUnit) {
        String rest = small + " " + smallUnit;
        if (large == 0) {
            return rest;
        }
        return large + " " + unit + (small == 0 ? "" : " " + rest);
    }

    /** As a clock: {@code 01:02:03}. */
    static String clock(Duration duration) {
        return DurationFormatUtils.formatDuration(Math.max(0, duration.toMillis()), "HH:mm:ss");
    }
}
