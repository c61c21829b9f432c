package io.catalogimport.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a row must look like before anyone is asked about it. The forms of the ids and of the name are those of the API
 * reference of ImportAsProvisionedProduct.
 */
final class LineSyntax {
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,100}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,127}");

    private final Header header;

    LineSyntax(Header header) {
        this.header = header;
    }

    MappingLine check(Row row) {
        Problem unreadable = row.problem();
        Map<String, String> columns = header.assign(row.fields());
        List<Problem> problems = unreadable != null ? List.of(unreadable) : problems(row, columns);
        return new MappingLine(row.line(), columns, row.raw(), problems);
    }

    private List<Problem> problems(Row row, Map<String, String> columns) {
        int expected = header.columns().size();
        int found = row.fields().size();
        if (found != expected) {
            // The values may stand in the wrong columns, so that nothing more can be said of them.
            String remedy =
                    found > expected ? "put a value that holds a comma in quotes" : "keep the commas of empty values";
            return List.of(new Problem(
                    "WRONG_FIELD_COUNT",
                    "The header has " + expected + " columns, but the row has " + found + " fields: " + remedy + "."));
        }
        var problems = new ArrayList<Problem>();
        findMissingValues(columns, problems::add);
        ifPresent(
                columns, Column.STACK_ARN, value -> StackArnSyntax.check(value).ifPresent(problems::add));
        ifPresent(columns, Column.PRODUCT_ID, value -> checkId(value, "INVALID_PRODUCT_ID", "product", problems::add));
        ifPresent(
                columns,
                Column.PROVISIONING_ARTIFACT_ID,
                value -> checkId(value, "INVALID_ARTIFACT_ID", "provisioning artifact", problems::add));
        ifPresent(columns, Column.PROVISIONED_PRODUCT_NAME, value -> checkName(value, problems::add));
        return problems;
    }

    private static void findMissingValues(Map<String, String> columns, Consumer<Problem> problems) {
        String missing = Arrays.stream(Column.values())
                .map(Column::title)
                .filter(title -> columns.getOrDefault(title, "").isEmpty())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problems.accept(new Problem("MISSING_VALUE", "No value in " + missing + "."));
        }
    }

    private static void ifPresent(Map<String, String> columns, Column column, Consumer<String> check) {
        String value = columns.getOrDefault(column.title(), "");
        if (!value.isEmpty()) {
            check.accept(value);
        }
    }

    private static void checkId(String value, String code, String thing, Consumer<Problem> problems) {
        if (!ID.matcher(value).matches()) {
            problems.accept(new Problem(
                    code,
                    Excerpt.of(value) + " is not the id of a " + thing
                            + ": an id has 1 to 100 letters, digits, underscores and hyphens."));
        }
    }

    private static void checkName(String value, Consumer<Problem> problems) {
        if (!NAME.matcher(value).matches()) {
            problems.accept(new Problem(
                    "INVALID_NAME",
                    Excerpt.of(value) + " is not a provisioned product name: a name begins with a letter or digit and"
                            + " has 1 to 128 letters, digits, dots, underscores and hyphens."));
        }
    }
}
