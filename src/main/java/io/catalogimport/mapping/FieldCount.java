package io.catalogimport.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many fields a row may have: as many as the header has columns, and what spreadsheets make of that. */
final class FieldCount {
    private final Header header;
    private final Separator separator;

    FieldCount(Header header, Separator separator) {
        this.header = header;
        this.separator = separator;
    }

    /** Whether all fields too many are empty, or all that are missing at the end belong to columns that are not ours. */
    boolean isTolerable(List<String> fields) {
        int columns = header.columns().size();
        return fields.size() > columns
                ? fields.subList(columns, fields.size()).stream().allMatch(OddCharacter::areBlank)
                : missing(fields.size()).isEmpty();
    }

    /** Our columns that a row needs and with so many fields does not reach. */
    private List<String> missing(int fields) {
        return Column.needed().stream()
                .map(column -> header.has(column) ? column : column.substitute().orElse(column))
                .filter(column -> header.place(column) >= fields)
                .map(Column::title)
                .toList();
    }

    /** What is wrong with the number of fields. */
    Optional<List<Problem>> wrong(List<String> fields) {
        int columns = header.columns().size();
        if (fields.size() == columns || isTolerable(fields)) {
            return Optional.empty();
        }
        // The values may stand in the wrong columns, so nothing more can be said about them.
        if (fields.size() > columns) {
            return Optional.of(List.of(count(fields, "put a value that holds %s in quotes".formatted(holding()))));
        }
        if (fields.size() == 1 && new RowParser(separator).hasFields(fields.get(0), columns)) {
            return Optional.of(List.of(count(fields, "remove the quotes around the whole row")));
        }
        return Optional.of(otherSeparator(fields)
                .map(List::of)
                .orElseGet(() -> List.of(
                        new Problem("MISSING_VALUE", "No value in " + String.join(", ", missing(fields.size())) + "."),
                        count(fields, "keep the %s of empty values".formatted(separator.plural())))));
    }

    private String holding() {
        return separator == Separator.COMMA ? "a comma" : separator.sign();
    }

    private Problem count(List<String> fields, String remedy) {
        int found = fields.size();
        return new Problem(
                "WRONG_FIELD_COUNT",
                "The header has %d columns, but the row has %d %s: %s."
                        .formatted(header.columns().size(), found, found == 1 ? "field" : "fields", remedy));
    }

    /** A row whose fields another character separates. */
    private Optional<Problem> otherSeparator(List<String> fields) {
        String row = String.join(String.valueOf(separator.character()), fields);
        return Arrays.stream(Separator.values())
                .filter(other -> other != separator)
                .filter(other ->
                        new RowParser(other).hasFields(row, header.columns().size()))
                .findFirst()
                .map(other -> count(
                        fields,
                        "it is separated by %s, but the header by %s; use %s in both"
                                .formatted(other.plural(), separator.plural(), separator.plural())));
    }

    /** What was overlooked in the number of fields. */
    Optional<Problem> tolerated(List<String> fields) {
        int columns = header.columns().size();
        if (fields.size() > columns) {
            return Optional.of(new Problem(
                    "SURPLUS_FIELDS_IGNORED",
                    "Extra empty fields at the end of the row: %d.".formatted(fields.size() - columns)));
        }
        if (fields.size() < columns) {
            return Optional.of(new Problem(
                    "MISSING_FIELDS_EMPTY",
                    "The row ends early. It has no value for %s."
                            .formatted(header.columns().subList(fields.size(), columns).stream()
                                    .map(Excerpt::of)
                                    .collect(Collectors.joining(", ")))));
        }
        return Optional.empty();
    }
}
