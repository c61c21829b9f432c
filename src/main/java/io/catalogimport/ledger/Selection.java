package io.catalogimport.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which rows of the file a start may work on.
 *
 * @param lines the ranges of lines, where the kind is LINES; otherwise none
 */
public record Selection(Kind kind, List<Lines> lines) {
    /** Every row. */
    public static final Selection ALL = new Selection(Kind.ALL, List.of());

    private static final Pattern LINES = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    /** By what rows are chosen. */
    public enum Kind {
        /** All are. */
        ALL,
        /** Their last import failed. */
        FAILED,
        /** They were rejected. */
        REJECTED,
        /** The user names their lines. */
        LINES
    }

    /** Lines of the file, the first and the last included. */
    public record Lines(int first, int last) {
        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    public Selection {
        lines = List.copyOf(lines);
    }

    /**
     * Reads {@code failed}, {@code rejected} or lines such as {@code 7,12-15}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Selection parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "failed" -> new Selection(Kind.FAILED, List.of());
            case "rejected" -> new Selection(Kind.REJECTED, List.of());
            default -> new Selection(Kind.LINES, lines(text));
        };
    }

    /** As the user writes it. */
    @Override
    public String toString() {
        return kind == Kind.LINES
                ? lines.stream().map(Lines::toString).collect(Collectors.joining(","))
                : kind.name().toLowerCase(Locale.ROOT);
    }

    private static List<Lines> lines(String text) {
        List<Lines> lines = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher form = LINES.matcher(part.strip());
            if (!form.matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is neither 'failed' nor 'rejected' nor lines such as 7,12-15");
            }
            int first = Integer.parseInt(form.group(1));
            int last = form.group(2) == null ? first : Integer.parseInt(form.group(2));
            if (last < first) {
                throw new IllegalArgumentException("'" + part.strip() + "' ends before it begins");
            }
            lines.add(new Lines(first, last));
        }
        return lines;
    }
}
