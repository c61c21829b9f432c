package io.catalogimport.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The file's columns, in its order. No two have the same name: ours have their canonical ones, the others those of the
 * file, where one without a name is called by its place and one that repeats a name has its place added.
 */
record Header(List<String> columns) {
    Header {
        columns = List.copyOf(columns);
    }

    static Header of(Path file, Row row) throws UnusableMappingFileException {
        Problem problem = row.problem();
        if (problem != null) {
            throw new UnusableMappingFileException(
                    file, "its header, on line " + row.line() + ", cannot be read (" + problem.code() + ")");
        }
        var columns = new ArrayList<String>();
        for (String field : row.fields()) {
            String title = field.strip();
            columns.add(Column.titled(title).map(Column::title).orElseGet(() -> distinct(title, columns)));
        }
        refuseIncomplete(file, row, columns);
        return new Header(columns);
    }

    private static String distinct(String title, List<String> taken) {
        int place = taken.size() + 1;
        if (title.isEmpty()) {
            return distinct("column " + place, taken);
        }
        return taken.contains(title) ? distinct(title + " (" + place + ")", taken) : title;
    }

    private static void refuseIncomplete(Path file, Row row, List<String> columns) throws UnusableMappingFileException {
        var missing = new ArrayList<String>();
        for (Column column : Column.values()) {
            long times = columns.stream().filter(column.title()::equals).count();
            if (times > 1) {
                throw new UnusableMappingFileException(
                        file, "its header, on line " + row.line() + ", has the column " + column.title() + " twice");
            }
            if (times == 0) {
                missing.add(column.title());
            }
        }
        if (missing.size() == Column.values().length) {
            throw new UnusableMappingFileException(file, noHeader(row));
        }
        if (!missing.isEmpty()) {
            throw new UnusableMappingFileException(
                    file,
                    "its header, on line " + row.line() + ", lacks " + String.join(", ", missing) + "; it has "
                            + columns.stream().map(Excerpt::of).collect(Collectors.joining(", ")));
        }
    }

    private static String noHeader(Row row) {
        boolean namesColumn = Arrays.stream(Column.values())
                .anyMatch(column -> row.raw().toLowerCase(Locale.ROOT).contains(column.title()));
        if (namesColumn) {
            return "the columns of its header must be separated by commas, but line " + row.line() + " is "
                    + Excerpt.of(row.raw());
        }
        return "its first line must be the header, " + Column.headerRow() + ", but line " + row.line() + " is "
                + Excerpt.of(row.raw());
    }

    List<String> extraColumns() {
        return columns.stream()
                .filter(column -> Column.titled(column).isEmpty())
                .toList();
    }

    /** Whether the fields can be a row that goes on over several lines: as many as columns, and ours on one line. */
    boolean fitsSeveralLines(List<String> fields) {
        return fields.size() == columns.size()
                && Arrays.stream(Column.values())
                        .noneMatch(column -> QuoteRules.hasLineBreak(fields.get(columns.indexOf(column.title()))));
    }

    /** The fields by column, as far as there are fields; those of our columns without surrounding blanks. */
    Map<String, String> assign(List<String> fields) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            String column = columns.get(i);
            values.put(column, Column.titled(column).isPresent() ? fields.get(i).strip() : fields.get(i));
        }
        return values;
    }
}
