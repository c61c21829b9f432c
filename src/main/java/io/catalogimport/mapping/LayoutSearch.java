package io.catalogimport.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a file is to be read: with the one separator that gives a header with all required columns. Refuses a
 * file that can be read in more than one way.
 */
final class LayoutSearch {
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep\\s*= ?(.?)\\1*\"? *", Pattern.CASE_INSENSITIVE);

    /** Some rows may have another separator by mistake; they cost only themselves. */
    private static final int ROWS_COMPARED = 20;

    private final Path file;
    private final Text text;

    LayoutSearch(Path file, Text text) {
        this.file = file;
        this.text = text;
    }

    /** The text of the file, from its beginning. */
    @FunctionalInterface
    interface Text {
        PhysicalLines open() throws IOException;
    }

    /** The first line that is not blank, or null. */
    static @Nullable PhysicalLine firstLine(PhysicalLines lines) throws IOException {
        PhysicalLine line = lines.next();
        while (line != null && OddCharacter.areBlank(line.text())) {
            line = lines.next();
        }
        return line;
    }

    Layout find() throws IOException {
        Optional<PhysicalLine> line = separatorLine();
        List<HeaderRow> candidates = new ArrayList<>();
        for (Separator separator : Separator.values()) {
            candidates.add(headerRow(separator, line.isPresent()));
        }
        HeaderRow header = line.isPresent() ? named(line.get(), candidates) : unambiguous(candidates);
        refuseRowsOfAnotherSeparator(header, line.isPresent());
        return new Layout(
                header.separator(),
                line.isPresent(),
                header.header(),
                line.map(named -> named.text() + named.end()).orElse("") + header.raw() + header.end(),
                header.warnings(line.isPresent()));
    }

    private Optional<PhysicalLine> separatorLine() throws IOException {
        try (PhysicalLines lines = text.open()) {
            return Optional.ofNullable(firstLine(lines))
                    .filter(line -> SEPARATOR_LINE.matcher(line.text()).matches());
        }
    }

    private HeaderRow headerRow(Separator separator, boolean afterSeparatorLine) throws IOException {
        try (RowReader rows = rows(separator, afterSeparatorLine)) {
            Row row = rows.next(Header::mayHaveSeveralLines);
            if (row == null) {
                throw new UnusableMappingFileException(file, "it is empty");
            }
            return new HeaderRow(file, separator, row, rows.end());
        }
    }

    private RowReader rows(Separator separator, boolean afterSeparatorLine) throws IOException {
        PhysicalLines lines = text.open();
        if (afterSeparatorLine) {
            firstLine(lines);
        }
        return new RowReader(lines, separator);
    }

    private HeaderRow named(PhysicalLine line, List<HeaderRow> candidates) throws UnusableMappingFileException {
        Matcher named = SEPARATOR_LINE.matcher(line.text());
        Optional<Separator> separator = named.matches() ? Separator.of(named.group(1)) : Optional.empty();
        if (separator.isEmpty()) {
            throw new UnusableMappingFileException(
                    file,
                    "line %d is %s, but only , or ; or | or a tab can stand between the fields"
                            .formatted(line.number(), Excerpt.of(line.text())));
        }
        HeaderRow header = candidates.stream()
                .filter(candidate -> candidate.separator() == separator.get())
                .findFirst()
                .orElseThrow();
        Optional<HeaderRow> other =
                candidates.stream().filter(HeaderRow::isComplete).findFirst();
        if (!header.isComplete() && other.isPresent()) {
            throw new UnusableMappingFileException(
                    file,
                    "line %d says that %s stands between the fields, but the header has %s; change one of them"
                            .formatted(
                                    line.number(),
                                    separator.get().sign(),
                                    other.get().separator().sign()));
        }
        header.refuseUnlessUsable();
        return header;
    }

    private HeaderRow unambiguous(List<HeaderRow> candidates) throws UnusableMappingFileException {
        List<HeaderRow> complete =
                candidates.stream().filter(HeaderRow::isComplete).toList();
        if (complete.size() > 1) {
            throw new UnusableMappingFileException(
                    file,
                    "its header, on line %d, has all columns both with %s and with %s between them; use one of the two"
                            .formatted(
                                    complete.get(0).line(),
                                    complete.get(0).separator().sign(),
                                    complete.get(1).separator().sign()));
        }
        // The comma comes first: if no separator gives a column, the message is about the header with commas.
        HeaderRow best = candidates.stream()
                .max(Comparator.comparingInt(HeaderRow::found)
                        .thenComparing(HeaderRow::separator, Comparator.reverseOrder()))
                .orElseThrow();
        best.refuseUnlessUsable();
        return best;
    }

    private void refuseRowsOfAnotherSeparator(HeaderRow header, boolean afterSeparatorLine) throws IOException {
        LineSyntax syntax = new LineSyntax(header.header(), header.separator());
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = rows(header.separator(), afterSeparatorLine)) {
            reader.next(Header::mayHaveSeveralLines);
            Row row = reader.next(syntax::mayHaveSeveralLines);
            while (row != null && rows.size() < ROWS_COMPARED) {
                rows.add(row);
                row = reader.next(syntax::mayHaveSeveralLines);
            }
        }
        if (rows.isEmpty()) {
            throw new UnusableMappingFileException(file, "it has a header but no rows");
        }
        int columns = header.header().columns().size();
        Optional<Separator> other = Arrays.stream(Separator.values())
                .filter(separator -> separator != header.separator())
                .filter(separator -> rows.stream()
                        .allMatch(row ->
                                row.fields().size() == 1 && new RowParser(separator).hasFields(row.raw(), columns)))
                .findFirst();
        if (other.isPresent()) {
            throw new UnusableMappingFileException(
                    file,
                    "its header, on line %d, is separated by %s, but its rows, from line %d on, by %s; use the same in both"
                            .formatted(
                                    header.line(),
                                    header.separator().plural(),
                                    rows.get(0).line(),
                                    other.get().plural()));
        }
    }
}
