package io.catalogimport.mapping;

import java.util.List;
import java.util.Optional;

/**
 * Rows that seem to be within a field of several lines, as happens between two stray quotes: lines with as many fields as
 * the header has columns, and an ARN where the stack's belongs. RFC 4180 calls them text all the same.
 */
final class HiddenRows {
    private final Header header;
    private final RowParser parser;

    HiddenRows(Header header, Separator separator) {
        this.header = header;
        this.parser = new RowParser(separator);
    }

    boolean areIn(List<String> fields) {
        return count(fields) > 0;
    }

    Optional<Problem> warning(Row row) {
        long rows = OwnValue.hasLineBreak(row.raw()) ? count(row.fields()) : 0;
        if (rows == 0) {
            return Optional.empty();
        }
        String lines = rows == 1 ? "a line that looks like a row" : rows + " lines that look like rows";
        return Optional.of(new Problem(
                "ROWS_WITHIN_QUOTES",
                "A quoted value holds %s. If they are rows, close the quote that line %d opens."
                        .formatted(lines, row.line())));
    }

    private long count(List<String> fields) {
        return fields.stream()
                .filter(OwnValue::hasLineBreak)
                .flatMap(String::lines)
                .filter(this::looksLikeRow)
                .count();
    }

    private boolean looksLikeRow(String line) {
        return line.contains("arn:")
                && parser.hasFields(line, header.columns().size())
                && parser.fields().get(header.place(Column.STACK_ARN)).strip().startsWith("arn:");
    }
}
