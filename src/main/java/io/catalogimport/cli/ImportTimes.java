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

    /** As a clock: {@code 01:02:03}. */
    static String clock(Duration duration) {
        return DurationFormatUtils.formatDuration(Math.max(0, duration.toMillis()), "HH:mm:ss");
    }
}
