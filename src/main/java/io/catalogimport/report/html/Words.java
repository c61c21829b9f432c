package io.catalogimport.report.html;

import io.catalogimport.ledger.MappingState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, durations, numbers and states as people read them. All times are UTC. */
final class Words {
    private static final DateTimeFormatter TIME = formatter("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter SHORT_TIME = formatter("d MMM HH:mm");
    private static final DateTimeFormatter CLOCK = formatter("HH:mm:ss");

    private Words() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Without the year and the seconds. */
    static String shortTime(Instant instant) {
        return SHORT_TIME.format(instant);
    }

    /** The time of day alone. */
    static String clock(Instant instant) {
        return CLOCK.format(instant);
    }

    /** Two units at most: {@code 0.4 s}, {@code 42 s}, {@code 1 min 10 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    static String duration(Duration duration) {
        Duration whole = duration.plusMillis(500);
        if (duration.toMillis() < 9_950) {
            return "%.1f s".formatted(duration.toMillis() / 1_000.0);
        }
        if (whole.toMinutes() == 0) {
            return whole.toSeconds() + " s";
        }
        if (whole.toHours() == 0) {
            return units(whole.toMinutes(), "min", whole.toSecondsPart(), "s");
        }
        return whole.toDays() == 0
                ? units(whole.toHours(), "h", whole.toMinutesPart(), "min")
                : units(whole.toDays(), "d", whole.toHoursPart(), "h");
    }

    private static String units(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** {@code 10,000}. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 row}, {@code 2,000 rows}. */
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code already imported}. */
    static String state(MappingState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A place or a width as SVG takes it. */
    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
