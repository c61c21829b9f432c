package io.catalogimport.mapping;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Joins physical lines to rows and cuts these into fields. A row is read as RFC 4180 says wherever it can be. Only where
 * that fails, because a quote is never closed or the number of fields is wrong, its first line alone is bad, and reading
 * goes on with the very next line: a stray quote costs one row.
 */
final class RowReader implements Closeable {
    private static final int MOST_LINES = 10_000;

    private final PhysicalLines lines;
    private final RowParser parser;
    private String end = "";

    RowReader(PhysicalLines lines, Separator separator) {
        this.lines = lines;
        this.parser = new RowParser(separator);
    }

    /**
     * The next row, or null after the last. Rows of nothing but blanks and separators are passed over.
     *
     * @param mayHaveSeveralLines decides, from its fields, about a row that goes on over several lines
     */
    @Nullable
    Row next(Predicate<List<String>> mayHaveSeveralLines) throws IOException {
        Row row = read(mayHaveSeveralLines);
        while (row != null && row.isBlank()) {
            row = read(mayHaveSeveralLines);
        }
        return row;
    }

    /** The line end after the row that was read last. */
    String end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private @Nullable Row read(Predicate<List<String>> mayHaveSeveralLines) throws IOException {
        PhysicalLine first = lines.next();
        if (first == null) {
            return null;
        }
        end = first.end();
        if (first.tooLong()) {
            return Row.bad(first, "LINE_TOO_LONG", "The line has more than " + PhysicalLines.LONGEST + " characters.");
        }
        return switch (parser.begin(first.text())) {
            case COMPLETE -> new Row(first.number(), first.text(), parser.fields(), null);
            case OPEN -> severalLines(first, mayHaveSeveralLines);
            case MALFORMED -> first.changesQuoting() ? unbalanced(first) : malformed(first, parser.place());
        };
    }

    private Row severalLines(PhysicalLine first, Predicate<List<String>> mayHaveSeveralLines) throws IOException {
        var text = new StringBuilder(first.text());
        List<PhysicalLine> others = new ArrayList<>();
        String lastEnd = first.end();
        var state = RowParser.State.OPEN;
        while (state == RowParser.State.OPEN && others.size() < MOST_LINES && text.length() <= PhysicalLines.LONGEST) {
            PhysicalLine other = lines.next();
            if (other == null) {
                break;
            }
            others.add(other);
            if (other.tooLong()) {
                break;
            }
            state = parser.goOn(lastEnd, other.text());
            text.append(lastEnd).append(other.text());
            lastEnd = other.end();
        }
        if (state == RowParser.State.COMPLETE && mayHaveSeveralLines.test(parser.fields())) {
            end = lastEnd;
            return new Row(first.number(), text.toString(), parser.fields(), null);
        }
        lines.putBack(others);
        return unbalanced(first);
    }

    private static Row malformed(PhysicalLine line, int place) {
        return Row.bad(
                line,
                "MALFORMED_QUOTES",
                "Character " + (place + 1)
                        + " is a quote in the wrong place: put the whole field in quotes, and double each quote within it.");
    }

    private static Row unbalanced(PhysicalLine line) {
        return Row.bad(
                line,
                "UNBALANCED_QUOTE",
                "A quote is opened and not closed in the row: close it, or double it if it is part of the value.");
    }
}
