package io.catalogimport.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rows that were never meant to be mappings. They are recognized, so that one reason says what to do. */
final class NoMapping {
    private static final Pattern TOTAL = Pattern.compile(
            "(grand |sub-?)?totals?(?![\\w.-]).*|=?(sum|summe|summary|gesamt|count)(?![\\w.-]).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIGURE = Pattern.compile("[0-9.,%]+");
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep\\s*= ?(.?)\\1*\"? *", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("#\\d+");

    private final Header header;

    NoMapping(Header header) {
        this.header = header;
    }

    /**
     * Whether the row is a remark. A row that somebody has taken out must not be imported. RFC 4180 has no remarks, so a
     * first column that is not ours may still hold a number such as #4711, or any text in quotes.
     */
    Optional<Problem> remark(Row row) {
        if (!startsWith(row.raw(), '#') || (isNumber(row.fields()) && !header.isOurs(0))) {
            return Optional.empty();
        }
        return Optional.of(
                new Problem(
                        "COMMENT_LINE",
                        "The line begins with #, as a comment does: remove it. If it is a row, put its first value in quotes."));
    }

    /** What a row that cannot be a mapping is, if that is known. */
    Optional<Problem> other(Row row) {
        if (repeatsHeader(row)) {
            return Optional.of(
                    new Problem("REPEATED_HEADER", "Line %d repeats the header: remove it.".formatted(row.line())));
        }
        if (SEPARATOR_LINE.matcher(row.raw().strip()).matches()) {
            return Optional.of(new Problem(
                    "SEPARATOR_LINE",
                    "Line %d is a sep= line, which is valid only as the first line: remove it.".formatted(row.line())));
        }
        if (isTotal(row)) {
            return Optional.of(new Problem(
                    "TOTALS_ROW", "Line %d is a row of totals, not a mapping: remove it.".formatted(row.line())));
        }
        return Optional.empty();
    }

    private static boolean startsWith(String raw, char first) {
        int at = 0;
        while (at < raw.length() && OddCharacter.isBlank(raw.charAt(at))) {
            at++;
        }
        return at < raw.length() && raw.charAt(at) == first;
    }

    private static boolean isNumber(List<String> fields) {
        return !fields.isEmpty() && NUMBER.matcher(fields.get(0).strip()).matches();
    }

    private boolean repeatsHeader(Row row) {
        return Arrays.stream(Column.values()).filter(header::has).allMatch(column -> row.fields().stream()
                .anyMatch(field -> Column.titled(field).filter(column::equals).isPresent()));
    }

    private static boolean isTotal(Row row) {
        List<String> values = row.fields().stream()
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .toList();
        boolean namesStack = values.stream().anyMatch(value -> value.contains("arn:"));
        return !namesStack
                && !values.isEmpty()
                && (TOTAL.matcher(values.get(0)).matches()
                        || values.stream()
                                .allMatch(value -> FIGURE.matcher(value).matches()));
    }
}
