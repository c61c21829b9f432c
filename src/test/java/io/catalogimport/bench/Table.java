package io.catalogimport.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown: the first column to the left, figures to the right. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    Table row(String... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + rows.get(0));
        }
        rows.add(List.of(cells));
        return this;
    }

    /** A figure as the tables show it. */
    static String figure(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public String toString() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toList();
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        lines.add(1, line(rule(widths), widths));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> rule(List<Integer> widths) {
        return IntStream.range(0, widths.size())
                .mapToObj(column ->
                        column == 0 ? "-".repeat(widths.get(column)) : "-".repeat(widths.get(column) - 1) + ":")
                .toList();
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), widths.get(column), column == 0))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String padded(String cell, int width, boolean toTheLeft) {
        String padding = " ".repeat(width - cell.length());
        return toTheLeft ? cell + padding : padding + cell;
    }
}
