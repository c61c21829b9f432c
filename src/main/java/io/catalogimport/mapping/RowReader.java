package io.catalogimport.mapping;

import com.opencsv.RFC4180Parser;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Joins physical lines to rows and cuts these into fields. A row goes on over several lines only where that is beyond
 * doubt; otherwise its first line alone is bad, and reading goes on with the very next line, so that a stray quote
 * costs one row wherever the next quote comes.
 */
final class RowReader implements Closeable {
    private static final int MOST_LINES = 1_000;

    private final PhysicalLines lines;
    private final RFC4180Parser parser = new RFC4180Parser();

    RowReader(PhysicalLines lines) {
        this.lines = lines;
    }

    /**
     * The next row, or null after the last. Blank lines are passed over.
     *
     * @param mayHaveSeveralLines decides, from its fields, of a row that goes on over several lines
     */
    @Nullable
    Row next(Predicate<List<String>> mayHaveSeveralLines) throws IOException {
        PhysicalLine first = lines.next();
        while (first != null && first.isBlank()) {
            first = lines.next();
        }
        if (first == null) {
            return null;
        }
        if (first.tooLong()) {
            return Row.bad(first, "LINE_TOO_LONG", "The line has more than " + PhysicalLines.LONGEST + " characters.");
        }
        return first.changesQuoting() ? severalLines(first, mayHaveSeveralLines) : oneLine(first);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Row oneLine(PhysicalLine line) throws IOException {
        if (QuoteRules.areKeptBy(line.text())) {
            return new Row(line.number(), line.text(), fields(line.text()), null);
        }
        return Row.bad(
                line,
                "MALFORMED_QUOTES",
                "A quote stands where none may: put the whole field in quotes, and double each quote within it.");
    }

    private Row severalLines(PhysicalLine first, Predicate<List<String>> mayHaveSeveralLines) throws IOException {
        List<PhysicalLine> others = linesToClosingQuote(first);
        var text = new StringBuilder(first.text());
        String end = first.end();
        for (PhysicalLine other : others) {
            text.append(end).append(other.text());
            end = other.end();
        }
        String raw = text.toString();
        if (QuoteRules.areKeptBy(raw)) {
            List<String> fields = fields(raw);
            if (mayHaveSeveralLines.test(fields) && !QuoteRules.seemToHideRow(fields)) {
                return new Row(first.number(), raw, fields, null);
            }
        }
        lines.putBack(others);
        return Row.bad(
                first,
                "UNBALANCED_QUOTE",
                "A quote is opened and not closed in the row: close it, or double it if it is part of the value.");
    }

    /** The lines after the first, up to the one that closes its quote or, where none does, as far as was looked. */
    private List<PhysicalLine> linesToClosingQuote(PhysicalLine first) throws IOException {
        var others = new ArrayList<PhysicalLine>();
        int length = first.text().length();
        boolean open = true;
        while (open && others.size() < MOST_LINES && length <= PhysicalLines.LONGEST) {
            PhysicalLine other = lines.next();
            if (other == null) {
                break;
            }
            if (other.tooLong()) {
                lines.putBack(List.of(other));
                break;
            }
            others.add(other);
            length += other.text().length();
            open = !other.changesQuoting();
        }
        return others;
    }

    private List<String> fields(String row) throws IOException {
        return List.of(parser.parseLine(row));
    }
}
