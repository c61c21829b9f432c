package io.catalogimport.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as people write them: {@code 500ms}, {@code 2s}, {@code 30m}, {@code 4h}, {@code 90d}, {@code 12w}, or ISO's {@code PT2S}. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern WEEKS = Pattern.compile("(\\d{1,5})w");

    /** For the help of commands. */
    static final String HELP = "A DURATION is a number and its unit, ms, s, m, h or d: 500ms, 90s, 30m, 4h, 1d.";

    @Override
    public Duration convert(String text) {
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                throw new IllegalArgumentException("no unit"); // Spring takes it for milliseconds, people do not.
            }
            Matcher weeks = WEEKS.matcher(text);
            if (weeks.matches()) {
                return Duration.ofDays(7 * Long.parseLong(weeks.group(1))); // Spring knows no weeks.
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
