package io.catalogimport.report;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvValidationException;
import io.catalogimport.aws.StackArn;
import io.catalogimport.mapping.UnusableMappingFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stacks of a file that discover has written for those without a match, with a column product that a user may add. */
public final class UnmatchedFile {
    private static final String STACK = "stack_arn";
    private static final String PRODUCT = "product";

    private UnmatchedFile() {}

    /**
     * The product that each stack is to get, by the stack's ARN; empty where the file names none.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws UnusableMappingFileException if it is not such a file
     */
    public static Map<StackArn, String> read(Path file) throws IOException {
        try (CSVReader csv = new CSVReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            List<String> header = header(csv.readNext());
            int stack = header.indexOf(STACK);
            int product = header.indexOf(PRODUCT);
            if (stack < 0) {
                throw new UnusableMappingFileException(file, "its header has no column " + STACK);
            }
            Map<StackArn, String> stacks = new LinkedHashMap<>();
            for (String[] row = csv.readNext(); row != null; row = csv.readNext()) {
                if (!Arrays.stream(row).allMatch(String::isBlank)) {
                    String arn = row.length > stack ? row[stack].strip() : "";
                    long line = csv.getLinesRead();
                    StackArn parsed = StackArn.parse(arn)
                            .orElseThrow(() -> new UnusableMappingFileException(
                                    file, "line %d has no stack ARN in %s".formatted(line, STACK)));
                    stacks.put(parsed, product >= 0 && row.length > product ? row[product].strip() : "");
                }
            }
            return stacks;
        } catch (CsvValidationException e) {
            throw new UnusableMappingFileException(file, "it is not a CSV that can be read");
        }
    }

    private static List<String> header(String @Nullable [] row) {
        return row == null
                ? List.of()
                : Arrays.stream(row)
                        .map(title -> title.replace("\uFEFF", "").strip())
                        .toList();
    }
}
