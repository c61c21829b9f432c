package io.catalogimport.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a row must look like before anyone is asked about it. The forms of the ids and of the name are those of the API
 * reference of ImportAsProvisionedProduct.
 */
final class LineSyntax {
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,100}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,127}");
    private static final Pattern FIRST_OF_ID = Pattern.compile("[a-zA-Z0-9_-]{0,100}");
    private static final Pattern FIRST_OF_NAME = Pattern.compile("([a-zA-Z0-9][a-zA-Z0-9._-]{0,127})?");

    private final Header header;
    private final FieldCount count;
    private final HiddenRows hiddenRows;
    private final NoMapping noMapping;

    LineSyntax(Header header, Separator separator) {
        this.header = header;
        this.count = new FieldCount(header, separator);
        this.hiddenRows = new HiddenRows(header, separator);
        this.noMapping = new NoMapping(header);
    }

    /** Whether fields over several lines can be one row. */
    boolean mayHaveSeveralLines(List<String> fields) {
        return fields.size() == header.columns().size()
                || (count.isTolerable(fields) && !header.hasLineBreakInOurs(fields) && !hiddenRows.areIn(fields));
    }

    MappingLine check(Row row) {
        Optional<Problem> remark = noMapping.remark(row);
        Problem unreadable = remark.orElse(row.problem());
        if (unreadable != null) {
            return new MappingLine(row.line(), header.assign(row.fields()), row.raw(), List.of(unreadable));
        }
        Judgement found = new Judgement(header.assign(row.fields()));
        count.wrong(row.fields()).ifPresentOrElse(found.problems::addAll, () -> judge(row, found));
        Optional<Problem> other = found.problems.isEmpty() ? Optional.empty() : noMapping.other(row);
        return other.map(kind -> new MappingLine(row.line(), found.columns, row.raw(), List.of(kind)))
                .orElseGet(() -> new MappingLine(row.line(), found.columns, row.raw(), found.problems, found.warnings));
    }

    private void judge(Row row, Judgement found) {
        count.tolerated(row.fields()).ifPresent(found.warnings::add);
        hiddenRows.warning(row).ifPresent(found.warnings::add);
        findMissingValues(found);
        for (Column column : Column.values()) {
            judge(column, found);
        }
    }

    private void findMissingValues(Judgement found) {
        List<String> missing = new ArrayList<>();
        for (Column column : Column.needed()) {
            if (!found.has(column) && column.substitute().filter(found::has).isEmpty()) {
                missing.add(words(column));
            }
        }
        if (!missing.isEmpty()) {
            found.problems.add(new Problem("MISSING_VALUE", "No value in " + String.join(", ", missing) + "."));
        }
    }

    /** As the file can give it: by the columns that it has. */
    private String words(Column column) {
        return Stream.concat(Stream.of(column), column.substitute().stream())
                .filter(header::has)
                .map(Column::title)
                .collect(Collectors.joining(" or "));
    }

    private static void judge(Column column, Judgement found) {
        String value = found.columns.getOrDefault(column.title(), "");
        if (value.isEmpty()) {
            return;
        }
        if (OwnValue.hasLineBreak(value)) {
            found.problems.add(new Problem(
                    "LINE_BREAK_IN_VALUE",
                    "The value of %s has a line break in it, %s: write it on one line."
                            .formatted(column.title(), Excerpt.of(value, lineBreak(value)))));
            return;
        }
        switch (column) {
            case STACK_ARN -> judgeStack(value, found);
            case PRODUCT_ID -> checkId(value, "INVALID_PRODUCT_ID", "product", found);
            case PROVISIONING_ARTIFACT_ID -> checkId(value, "INVALID_ARTIFACT_ID", "provisioning artifact", found);
            case PROVISIONED_PRODUCT_NAME -> checkName(value, found);
            case PRODUCT_NAME, PROVISIONING_ARTIFACT_NAME -> {
                // Service Catalog takes any text as a name.
            }
        }
    }

    private static int lineBreak(String value) {
        int feed = value.indexOf('\n');
        int carriage = value.indexOf('\r');
        return value.codePointCount(0, feed < 0 || (carriage >= 0 && carriage < feed) ? carriage : feed);
    }

    private static void judgeStack(String value, Judgement found) {
        Optional<String> arn = ConsoleAddress.of(value).flatMap(ConsoleAddress::stackArn);
        arn.ifPresent(taken -> {
            found.columns.put(Column.STACK_ARN.title(), taken);
            found.warnings.add(new Problem(
                    "ARN_FROM_ADDRESS", "The stack ARN was taken from a console address: %s.".formatted(taken)));
        });
        StackArnSyntax.check(arn.orElse(value)).ifPresent(found.problems::add);
    }

    private static void checkId(String value, String code, String thing, Judgement found) {
        if (!ID.matcher(value).matches()) {
            found.problems.add(new Problem(
                    code,
                    Flaw.of(value, wrongPlace(FIRST_OF_ID, value)).sentence(value, " is not the id of a " + thing)
                            + ": an id has 1 to 100 letters, digits, underscores and hyphens."));
        }
    }

    private static void checkName(String value, Judgement found) {
        if (!NAME.matcher(value).matches()) {
            found.problems.add(new Problem(
                    "INVALID_NAME",
                    Flaw.of(value, wrongPlace(FIRST_OF_NAME, value))
                                    .sentence(value, " is not a provisioned product name")
                            + ": a name begins with a letter or digit and has 1 to 128 letters, digits, dots,"
                            + " underscores and hyphens."));
        }
    }

    private static int wrongPlace(Pattern right, String value) {
        var matcher = right.matcher(value);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    /** What is found in one row. */
    private static final class Judgement {
        private final Map<String, String> columns;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();

        private Judgement(Map<String, String> fields) {
            columns = new LinkedHashMap<>(fields);
            for (Column column : Column.values()) {
                columns.computeIfPresent(column.title(), (title, field) -> trimmed(column, field));
            }
        }

        private boolean has(Column column) {
            return !columns.getOrDefault(column.title(), "").isEmpty();
        }

        private String trimmed(Column column, String field) {
            OwnValue value = OwnValue.of(column, field);
            warnings.addAll(value.warnings());
            return value.text();
        }
    }
}
