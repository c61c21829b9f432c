package io.catalogimport.mapping;

import static io.catalogimport.mapping.MappingText.ARN;
import static io.catalogimport.mapping.MappingText.HEADER;
import static io.catalogimport.mapping.MappingText.goodRow;
import static io.catalogimport.mapping.MappingText.names;
import static io.catalogimport.mapping.MappingText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are no mappings are called what they are. */
class NoMappingTest {
    private final Path directory;

    NoMappingTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER,
                "\"stack_arn\",\"product_id\",\"provisioning_artifact_id\",\"provisioned_product_name\"",
                "\uFEFF\"stack_arn\",\"product_id\",\"provisioning_artifact_id\",\"provisioned_product_name\"",
                "\uFEFFStack ARN,Product Id,Provisioning Artifact Id,Provisioned Product Name",
                "product_id,stack_arn,provisioned_product_name,provisioning_artifact_id",
                HEADER + ",note"
            })
    void recognizesTheHeaderInTheMiddle(String header) throws IOException {
        assertIs("REPEATED_HEADER", header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# " + ARN + ",prod-1,pa-1,later",
                "#" + ARN + ",prod-1,pa-1,later",
                "# next wave:",
                "#",
                "  # a, \"b\" and c",
                "# it is 5\" long",
                "#4711"
            })
    void recognizesAComment(String comment) throws IOException {
        assertIs("COMMENT_LINE", comment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total,,,2",
                "TOTALS,2,2,2",
                "Grand total: 2,,,",
                "Total: 2 rows",
                ",,,Total 2",
                "Sum,,,2",
                "=SUM(D2:D9),,,",
                ",,,12",
                "12,12,12,12"
            })
    void recognizesATotalsRow(String total) throws IOException {
        assertIs("TOTALS_ROW", total);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "sep=,", "sep=; ", "sep = ;", "sep=;;;;"})
    void recognizesALineThatNamesTheSeparatorTooLate(String line) throws IOException {
        assertIs("SEPARATOR_LINE", line);
    }

    @Test
    void takesANumberSignForAValueWhereItCanBeOne() throws IOException {
        List<MappingLine> lines = read(
                "ticket," + HEADER,
                "#4711," + goodRow("one"),
                "\"# wave 1\"," + goodRow("two"),
                "# wave 1," + goodRow("later"),
                "Total cost," + goodRow("three"));

        assertThat(names(lines)).containsExactly("one", "two", "three");
        assertThat(problems(lines)).containsExactly("4 COMMENT_LINE");
    }

    @Test
    void saysWhatToDo() throws IOException {
        assertThat(read(HEADER, HEADER, "# x", "Total,,,1"))
                .flatExtracting(MappingLine::problems)
                .extracting(Problem::sentence)
                .containsExactly(
                        "Line 2 repeats the header: remove it.",
                        "The line begins with #, as a comment does: remove it. If it is a row, put its first value in"
                                + " quotes.",
                        "Line 4 is a row of totals, not a mapping: remove it.");
    }

    @Test
    void takesNoNameForARowOfTotals() throws IOException {
        assertThat(problems(read(HEADER, "total-cost-dashboard,prod-1,pa-1,web", "summary.api,prod-1,pa-1,api")))
                .containsExactly("2 INVALID_STACK_ARN", "3 INVALID_STACK_ARN");
    }

    private void assertIs(String code, String line) throws IOException {
        List<MappingLine> lines = read(HEADER, goodRow("one"), line, goodRow("two"));

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(problems(lines)).containsExactly("3 " + code);
        assertThat(lines.get(1).warnings()).isEmpty();
    }

    private List<MappingLine> read(String... lines) throws IOException {
        return MappingText.read(directory, String.join("\n", lines));
    }
}
