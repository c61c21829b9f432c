package io.catalogimport.importing;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Durations as people read them: {@code 30 min}, {@code 1 h 5 min}, {@code 90 s} as {@code 1 min 30 s}. */
final class DurationWords {
    private DurationWords() {}

    /** To the second. */
    static String of(Duration duration) {
        String words = Stream.of(
                        part(duration.toHours(), "h"),
                        part(duration.toMinutesPart(), "min"),
                        part(duration.toSecondsPart(), "s"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "0 s" : words;
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + " " + unit;
    }
}
