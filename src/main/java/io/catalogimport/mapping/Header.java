package io.catalogimport.mapping;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The file's columns, in its order. No two have the same name: ours have their canonical ones, the others those of the
 * file, where one without a name is called by its place and one that repeats a name has its place added.
 */
final class Header {
    private final List<String> columns;
    private final List<Integer> places;

    Header(List<String> columns) {
        this.columns = List.copyOf(columns);
        this.places = Arrays.stream(Column.values()).map(this::place).toList();
    }

    /** Whether titles over several lines can be a header: a stray quote in it must not make rows part of a title. */
    static boolean mayHaveSeveralLines(List<String> titles) {
        return titles.stream().noneMatch(title -> OwnValue.hasLineBreak(title) && title.contains("arn:"));
    }

    List<String> columns() {
        return columns;
    }

    boolean has(Column column) {
        return place(column) >= 0;
    }

    /** Which of the columns one of ours is, counted from 0; negative if the file does not have it. */
    int place(Column column) {
        return columns.indexOf(column.title());
    }

    boolean isOurs(int place) {
        return places.contains(place);
    }

    /** Whether a value of one of our columns has a line break in it, and not only around it. */
    boolean hasLineBreakInOurs(List<String> fields) {
        return places.stream()
                .filter(place -> place >= 0 && place < fields.size())
                .anyMatch(place -> OwnValue.hasLineBreak(fields.get(place).strip()));
    }

    /** The fields by column, as far as there are fields. */
    Map<String, String> assign(List<String> fields) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            values.put(columns.get(i), fields.get(i));
        }
        return values;
    }
}
