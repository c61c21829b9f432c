package io.catalogimport.mapping;

import static io.catalogimport.mapping.MappingText.ARN;
import static io.catalogimport.mapping.MappingText.HEADER;
import static io.catalogimport.mapping.MappingText.goodRow;
import static io.catalogimport.mapping.MappingText.names;
import static io.catalogimport.mapping.MappingText.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.StackArn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingLinesTest {
    private final Path directory;

    MappingLinesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void readsARowAsAMapping() throws IOException {
        List<MappingLine> lines = read(HEADER + "\n" + ARN + ",prod-1,pa_1,orders.eu-1\n");

        assertThat(lines).singleElement().satisfies(line -> assertThat(line.mapping())
                .contains(new StackMapping(2, StackArn.parse(ARN).orElseThrow(), "prod-1", "pa_1", "orders.eu-1")));
    }

    @Test
    void keepsColumnsInTheOrderOfTheHeader() throws IOException {
        List<MappingLine> lines = read("Note,product_id,STACK_ARN,provisioned_product_name,provisioning_artifact_id\n"
                + "first,prod-1," + ARN + ",orders,pa-1");

        assertThat(lines.get(0).columns())
                .containsExactly(
                        Map.entry("Note", "first"),
                        Map.entry("product_id", "prod-1"),
                        Map.entry("stack_arn", ARN),
                        Map.entry("provisioned_product_name", "orders"),
                        Map.entry("provisioning_artifact_id", "pa-1"));
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(names(read("\uFEFF" + HEADER + "\n" + goodRow("one")))).containsExactly("one");
    }

    @Test
    void endsLinesAtLfCrlfAndCr() throws IOException {
        List<MappingLine> lines =
                read(HEADER + "\r\n" + goodRow("two") + "\r" + goodRow("three") + "\n" + goodRow("four") + "\r\n");

        assertThat(names(lines)).containsExactly("two", "three", "four");
        assertThat(lines).extracting(MappingLine::line).containsExactly(2, 3, 4);
    }

    @Test
    void countsBlankLinesAndPassesOverThem() throws IOException {
        List<MappingLine> lines =
                read("\n\n" + HEADER + "\n \t\n" + goodRow("five") + "\n\n" + goodRow("seven") + "\n\n");

        assertThat(names(lines)).containsExactly("five", "seven");
        assertThat(lines).extracting(MappingLine::line).containsExactly(5, 7);
    }

    @Test
    void readsALastLineWithoutAnEnd() throws IOException {
        assertThat(names(read(HEADER + "\n" + goodRow("one") + "\n" + goodRow("two"))))
                .containsExactly("one", "two");
    }

    @Test
    void readsCommasAndDoubledQuotesWithinQuotes() throws IOException {
        List<MappingLine> lines = read(HEADER + ",note\n" + goodRow("one") + ",\"a, \"\"b\"\"\"");

        assertThat(lines.get(0).columns()).containsEntry("note", "a, \"b\"");
    }

    @Test
    void takesABackslashForAnOrdinaryCharacter() throws IOException {
        List<MappingLine> lines = read(HEADER + ",note,path\n" + goodRow("one") + ",\"C:\\\",D:\\n");

        assertThat(lines.get(0).columns()).containsEntry("note", "C:\\").containsEntry("path", "D:\\n");
    }

    @Test
    void keepsLineBreaksWithinAQuotedField() throws IOException {
        List<MappingLine> lines =
                read(HEADER + ",note\r\n" + goodRow("one") + ",\"a\r\n\r\nb\"\r\n" + goodRow("two") + ",c\r\n");

        assertThat(lines.get(0).columns()).containsEntry("note", "a\r\n\r\nb");
        assertThat(lines.get(0).raw()).isEqualTo(goodRow("one") + ",\"a\r\n\r\nb\"");
        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(lines).extracting(MappingLine::line).containsExactly(2, 5);
    }

    @Test
    void readsAFieldOfSeveralLinesBeforeTheRequiredColumns() throws IOException {
        List<MappingLine> lines = read("note," + HEADER + "\n\"a\nb\"," + goodRow("one") + "\n");

        assertThat(lines.get(0).columns()).containsEntry("note", "a\nb");
        assertThat(names(lines)).containsExactly("one");
    }

    @Test
    void stripsOnlyTheRequiredColumns() throws IOException {
        List<MappingLine> lines = read(HEADER + ",note\n " + ARN + "\t, prod-1 ,\"  pa-1\",one , kept ");

        assertThat(lines.get(0).columns())
                .containsEntry("stack_arn", ARN)
                .containsEntry("product_id", "prod-1")
                .containsEntry("provisioning_artifact_id", "pa-1")
                .containsEntry("note", " kept ");
    }

    @Test
    void replacesNulWhichTheDatabaseCannotStore() throws IOException {
        List<MappingLine> lines = read(HEADER + ",note\n" + goodRow("o\0ne") + ",a\0b");

        assertThat(lines.get(0).columns()).containsEntry("note", "a\uFFFDb");
        assertThat(lines.get(0).raw()).doesNotContain("\0");
        assertThat(problems(lines)).containsExactly("2 INVALID_NAME");
    }

    @Test
    void fillsTheColumnsThatAShortRowHas() throws IOException {
        List<MappingLine> lines = read(HEADER + "\n" + ARN + ",prod-1\n" + goodRow("two"));

        assertThat(lines.get(0).columns())
                .containsExactly(Map.entry("stack_arn", ARN), Map.entry("product_id", "prod-1"));
        assertThat(names(lines)).containsExactly("two");
    }

    @Test
    void keepsTheRawTextOfABadRow() throws IOException {
        List<MappingLine> lines = read(HEADER + "\n what, \"is\" this \r\n");

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.raw()).isEqualTo(" what, \"is\" this ");
            assertThat(line.columns()).isEmpty();
        });
    }

    @Test
    void cutsALineThatIsTooLong() throws IOException {
        String endless = "x".repeat(999) + "\uD83D\uDE00" + "y".repeat(1 << 20);
        List<MappingLine> lines = read(HEADER + "\n" + goodRow("one") + "\n" + endless + "\n" + goodRow("two"));

        assertThat(problems(lines)).containsExactly("3 LINE_TOO_LONG");
        assertThat(lines.get(1).raw()).isEqualTo("x".repeat(999));
        assertThat(names(lines)).containsExactly("one", "two");
    }

    private List<MappingLine> read(String text) throws IOException {
        return MappingText.read(directory, text);
    }
}
