package io.catalogimport.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A file's first row, read as its header with one of the separators that it may have. */
final class HeaderRow {
    private final Path file;
    private final Separator separator;
    private final Row row;
    private final String end;

    /** @param end the line end after the row */
    HeaderRow(Path file, Separator separator, Row row, String end) {
        this.file = file;
        this.separator = separator;
        this.row = row;
        this.end = end;
    }

    Separator separator() {
        return separator;
    }

    int line() {
        return row.line();
    }

    String raw() {
        return row.raw();
    }

    String end() {
        return end;
    }

    /** How many of our columns it has. */
    int found() {
        return (int) Arrays.stream(Column.values())
                .filter(column -> !spellings(column).isEmpty())
                .count();
    }

    boolean isComplete() {
        return lacking().isEmpty();
    }

    /** The columns that it needs and has in no form. */
    private List<Column> lacking() {
        return Column.needed().stream()
                .filter(column -> spellings(column).isEmpty())
                .filter(column -> column.substitute().stream()
                        .allMatch(substitute -> spellings(substitute).isEmpty()))
                .toList();
    }

    private List<String> spellings(Column column) {
        return row.fields().stream()
                .filter(title -> Column.titled(title).filter(column::equals).isPresent())
                .toList();
    }

    Header header() {
        var columns = new LinkedHashSet<String>();
        for (String field : row.fields()) {
            columns.add(Column.titled(field).map(Column::title).orElseGet(() -> distinct(field.strip(), columns)));
        }
        return new Header(List.copyOf(columns));
    }

    private static String distinct(String title, Set<String> taken) {
        int place = taken.size() + 1;
        if (OddCharacter.areBlank(title)) {
            return distinct("column " + place, taken);
        }
        return taken.contains(title) ? distinct(title + " (" + place + ")", taken) : title;
    }

    /** What is read in another way than it stands. */
    List<Problem> warnings(boolean isSeparatorNamed) {
        List<Problem> warnings = new ArrayList<>();
        if (separator != Separator.COMMA) {
            warnings.add(new Problem(
                    "OTHER_SEPARATOR",
                    "The mapping file is read with %s between the fields%s."
                            .formatted(separator.sign(), isSeparatorNamed ? ", as its first line says" : "")));
        }
        String spelled = Arrays.stream(Column.values())
                .filter(column -> !spellings(column).isEmpty())
                .filter(column -> !spellings(column).get(0).strip().equalsIgnoreCase(column.title()))
                .map(column -> Excerpt.of(spellings(column).get(0)) + " as " + column.title())
                .collect(Collectors.joining(", "));
        if (!spelled.isEmpty()) {
            warnings.add(new Problem("HEADER_SPELLING", "Columns of the header are read as follows: " + spelled + "."));
        }
        return warnings;
    }

    void refuseUnlessUsable() throws UnusableMappingFileException {
        String what = found() > 0 ? "" : kind();
        if (!what.isEmpty()) {
            throw new UnusableMappingFileException(file, what);
        }
        Problem problem = row.problem();
        if (problem != null) {
            throw new UnusableMappingFileException(
                    file,
                    "its header, on line %d, cannot be read (%s): %s"
                            .formatted(
                                    row.line(),
                                    problem.code(),
                                    problem.sentence().replaceFirst("\\.$", "")));
        }
        for (Column column : Column.values()) {
            if (spellings(column).size() > 1) {
                throw new UnusableMappingFileException(
                        file,
                        "its header, on line %d, has the column %s twice: %s; rename or remove one of them"
                                .formatted(
                                        row.line(),
                                        column.title(),
                                        spellings(column).stream()
                                                .map(Excerpt::of)
                                                .collect(Collectors.joining(", "))));
            }
        }
        refuseIncomplete();
    }

    private void refuseIncomplete() throws UnusableMappingFileException {
        if (found() == 0) {
            throw new UnusableMappingFileException(file, noHeader());
        }
        if (!isComplete()) {
            throw new UnusableMappingFileException(
                    file,
                    "its header, on line %d, lacks %s; it has %s"
                            .formatted(
                                    row.line(),
                                    lacking().stream().map(HeaderRow::words).collect(Collectors.joining(", ")),
                                    row.fields().stream()
                                            .map(String::strip)
                                            .map(HeaderRow::shown)
                                            .collect(Collectors.joining(", "))));
        }
    }

    private static String words(Column column) {
        return column.title()
                + column.substitute()
                        .map(substitute -> " (or " + substitute.title() + ")")
                        .orElse("");
    }

    private static String shown(String title) {
        return Excerpt.of(title)
                + OddCharacter.firstIn(title)
                        .map(odd -> " (%s)".formatted(odd.words()))
                        .orElse("");
    }

    /** What a file is that was given by mistake; empty where it may be meant. */
    private String kind() {
        String start = row.raw().strip();
        if (start.startsWith("{") || start.startsWith("[")) {
            return "it seems to be JSON, but must be CSV; its first line must be the header, " + Column.headerRow();
        }
        if (start.startsWith("<")) {
            return "it seems to be HTML or XML, but must be CSV; its first line must be the header, "
                    + Column.headerRow();
        }
        if (start.startsWith("#")) {
            return "line " + row.line()
                    + " begins with #, but comments are not supported; remove the lines before the header, "
                    + Column.headerRow();
        }
        return "";
    }

    private String noHeader() {
        boolean namesColumn = Arrays.stream(Column.values())
                .anyMatch(column -> row.raw().toLowerCase(Locale.ROOT).contains(column.title()));
        String line = "line " + row.line() + " is " + Excerpt.of(row.raw());
        if (namesColumn && row.fields().size() > 1) {
            return "the titles of its header must have no quotes or brackets around them, but " + line;
        }
        return namesColumn
                ? "the columns of its header must be separated by commas, semicolons, tabs or |, but " + line
                : "its first line must be the header, " + Column.headerRow() + ", but " + line;
    }
}
