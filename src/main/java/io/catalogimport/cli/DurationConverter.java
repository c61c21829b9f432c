package io.catalogimport.cli;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: {@code 500ms}, {@code 2s}, {@code 30m}, {@code 4h}, or ISO's {@code PT2S}. */
final class DurationConverter implements ITypeConverter<Duration> {

    /** For the help of commands. */
    static final String HELP = "A DURATION is a number and its unit, ms, s, m, h or d: 500ms, 90s, 30m, 4h, 1d.";

    @Override
    public Duration convert(String text) {
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                throw new IllegalArgumentException("no unit"); // Spring takes it for milliseconds, people do not.
            }
            Duration duration = DurationStyle.detectAndParse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the same complaint.
        }
        throw new TypeConversionException("'" + text + "' is not a duration such as 500ms, 2s, 30m or PT2S");
    }
}
