package io.catalogimport.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The text of a mapping file in a test: rows are good where nothing else is said, and told apart by their names. */
final class MappingText {
    static final String HEADER = "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name";
    static final String ARN = "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/0a1b2c3d";

    private MappingText() {}

    static String goodRow(String name) {
        return ARN + ",prod-abc,pa-abc," + name;
    }

    static MappingFile open(Path directory, String text) throws IOException {
        return MappingFile.open(Files.writeString(directory.resolve("mappings.csv"), text));
    }

    static List<MappingLine> read(Path directory, String text) throws IOException {
        return read(open(directory, text));
    }

    static List<MappingLine> read(MappingFile file) throws IOException {
        var found = new ArrayList<MappingLine>();
        try (MappingLines lines = file.lines()) {
            for (MappingLine line = lines.next(); line != null; line = lines.next()) {
                found.add(line);
            }
        }
        return found;
    }

    /** The names of the good rows. */
    static List<String> names(List<MappingLine> lines) {
        return lines.stream()
                .flatMap(line -> line.mapping().stream())
                .map(StackMapping::provisionedProductName)
                .toList();
    }

    /** Line number and code of every warning about a row. */
    static List<String> warnings(List<MappingLine> lines) {
        return lines.stream()
                .flatMap(line -> line.warnings().stream().map(warning -> line.line() + " " + warning.code()))
                .toList();
    }

    /** Line number and code of every problem, such as {@code 3 UNBALANCED_QUOTE}. */
    static List<String> problems(List<MappingLine> lines) {
        return lines.stream()
                .flatMap(line -> line.problems().stream().map(problem -> line.line() + " " + problem.code()))
                .toList();
    }
}
