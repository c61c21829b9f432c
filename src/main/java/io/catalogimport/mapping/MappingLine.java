package io.catalogimport.mapping;

import io.catalogimport.aws.StackArn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in one row of the mapping file, good or bad. No row is without one: a row that cannot be understood is
 * kept as its raw text and its problems.
 *
 * @param line the line number of the row's first character; the first line of the file is 1
 * @param columns the values by {@linkplain MappingFile#header() column}, in header order; the last columns are absent
 *     where the row is too short, and all of them where its quotes leave the fields in doubt
 * @param raw the row's text as in the file, without its line end
 * @param problems everything that is wrong with the row
 * @param warnings what was put right or overlooked in the row; it does not keep the row from being a mapping
 */
public record MappingLine(
        int line, Map<String, String> columns, String raw, List<Problem> problems, List<Problem> warnings) {
    public MappingLine {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** A row that was read just as it stands. */
    public MappingLine(int line, Map<String, String> columns, String raw, List<Problem> problems) {
        this(line, columns, raw, problems, List.of());
    }

    /** The mapping that the row stands for; empty where it has problems. */
    public Optional<StackMapping> mapping() {
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return StackArn.parse(value(Column.STACK_ARN))
                .map(stackArn -> new StackMapping(
                        line,
                        stackArn,
                        value(Column.PRODUCT_ID),
                        value(Column.PROVISIONING_ARTIFACT_ID),
                        value(Column.PROVISIONED_PRODUCT_NAME),
                        new VersionNames(value(Column.PRODUCT_NAME), value(Column.PROVISIONING_ARTIFACT_NAME))));
    }

    /** The value in a column of ours or of the file; empty if the row has none. */
    public String value(String column) {
        return columns.getOrDefault(column, "");
    }

    private String value(Column column) {
        return columns.getOrDefault(column.title(), "");
    }
}
