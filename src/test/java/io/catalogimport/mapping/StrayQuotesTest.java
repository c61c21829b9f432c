package io.catalogimport.mapping;

import static io.catalogimport.mapping.MappingText.ARN;
import static io.catalogimport.mapping.MappingText.HEADER;
import static io.catalogimport.mapping.MappingText.goodRow;
import static io.catalogimport.mapping.MappingText.names;
import static io.catalogimport.mapping.MappingText.problems;
import static io.catalogimport.mapping.MappingText.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stray quote costs the row it stands in, and no other, unless the file with it is valid by RFC 4180: then nothing tells it
 * from a quote that is meant.
 */
class StrayQuotesTest {
    private final Path directory;

    StrayQuotesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void atTheBeginningOfTheFirstRow() throws IOException {
        assertCosts("2 UNBALANCED_QUOTE", "\"" + goodRow("bad"), goodRow("one"), goodRow("two"));
    }

    @Test
    void atTheEndOfARow() throws IOException {
        assertCosts("3 UNBALANCED_QUOTE", goodRow("one"), goodRow("bad") + "\"", goodRow("two"));
    }

    @Test
    void inTheLastRow() throws IOException {
        assertCosts("4 UNBALANCED_QUOTE", goodRow("one"), goodRow("two"), ARN + ",prod-1,\"pa-1,bad");
    }

    @Test
    void asTheWholeLastLine() throws IOException {
        assertCosts("4 UNBALANCED_QUOTE", goodRow("one"), goodRow("two"), "\"");
    }

    @Test
    void beforeARowThatIsRightlyQuoted() throws IOException {
        assertCosts(
                "2 UNBALANCED_QUOTE",
                ARN + ",prod-1,pa-1,\"bad",
                "\"" + ARN + "\",\"prod-1\",\"pa-1\",\"one\"",
                goodRow("two"));
    }

    @Test
    void inARowThatIsQuotedThroughout() throws IOException {
        assertCosts(
                "2 UNBALANCED_QUOTE",
                "\"" + ARN + "\",\"prod-1\",\"pa-1\",\"bad",
                "\"" + ARN + "\",\"prod-1\",\"pa-1\",\"one\"",
                "\"" + ARN + "\",\"prod-1\",\"pa-1\",\"two\"");
    }

    @Test
    void twiceInTwoRowsWithGoodRowsBetween() throws IOException {
        List<MappingLine> lines =
                read(HEADER, ARN + ",prod-1,pa-1,\"bad", goodRow("one"), goodRow("two"), ARN + ",prod-1,pa-1,bad\"");

        assertThat(names(lines)).isEmpty();
        assertThat(problems(lines)).containsExactly("2 LINE_BREAK_IN_VALUE");
        assertThat(warnings(lines)).containsExactly("2 ROWS_WITHIN_QUOTES");
    }

    @Test
    void twiceInACarriedColumnWithGoodRowsBetween() throws IOException {
        List<MappingLine> lines = read(
                HEADER + ",note",
                goodRow("bad") + ",\"first",
                goodRow("one") + ",x",
                goodRow("two") + ",y",
                goodRow("bad") + ",last\"");

        assertThat(names(lines)).containsExactly("bad");
        assertThat(lines.get(0).warnings())
                .containsExactly(new Problem(
                        "ROWS_WITHIN_QUOTES",
                        "A quoted value holds 3 lines that look like rows. If they are rows, close the quote that line 2"
                                + " opens."));
    }

    @Test
    void twiceInACarriedColumnOfAdjacentRows() throws IOException {
        List<MappingLine> lines =
                read("note," + HEADER, "\"first," + goodRow("bad"), "last\"," + goodRow("bad"), "x," + goodRow("one"));

        assertThat(names(lines)).containsExactly("bad", "one");
        assertThat(problems(lines)).isEmpty();
    }

    @Test
    void twiceInACarriedColumnAmongTheRequiredOnes() throws IOException {
        List<MappingLine> lines = read(
                "product_id,note,stack_arn,provisioning_artifact_id,provisioned_product_name",
                "prod-1,\"first," + ARN + ",pa-1,bad",
                "prod-1,x," + ARN + ",pa-1,one",
                "prod-1,last\"," + ARN + ",pa-1,bad");

        assertThat(names(lines)).containsExactly("bad");
        assertThat(warnings(lines)).containsExactly("2 ROWS_WITHIN_QUOTES");
    }

    @Test
    void twiceInOneRow() throws IOException {
        assertCosts("2 MALFORMED_QUOTES", ARN + ",prod-1,p\"a\"-1,bad", goodRow("one"), goodRow("two"));
    }

    @Test
    void afterAClosingQuote() throws IOException {
        assertCosts("2 MALFORMED_QUOTES", ARN + ",\"prod\"-1,pa-1,bad", goodRow("one"), goodRow("two"));
    }

    @Test
    void twiceWhereTheNumberOfFieldsIsWrong() throws IOException {
        List<MappingLine> lines = read(
                HEADER + ",note,owner",
                goodRow("bad") + ",\"first,x",
                goodRow("one") + ",x,y",
                goodRow("bad") + ",last\",x,y",
                goodRow("two") + ",x,y");

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(problems(lines)).containsExactly("2 UNBALANCED_QUOTE", "4 UNBALANCED_QUOTE");
    }

    @Test
    void twiceWhereTheLastFieldIsMissing() throws IOException {
        List<MappingLine> lines = read(
                HEADER + ",note,owner",
                goodRow("bad") + ",\"first",
                goodRow("one") + ",x,y",
                goodRow("bad") + ",last\"",
                goodRow("two") + ",x,y");

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(problems(lines)).containsExactly("2 UNBALANCED_QUOTE", "4 UNBALANCED_QUOTE");
    }

    @Test
    void beforeTrueFieldsOfSeveralLines() throws IOException {
        List<MappingLine> lines = read(
                HEADER + ",note",
                goodRow("bad") + ",\"first",
                goodRow("one") + ",\"a",
                "b\"",
                goodRow("two") + ",\"c",
                "d\"");

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(problems(lines)).containsExactly("2 UNBALANCED_QUOTE");
    }

    @Test
    void aroundALineBreakInARequiredColumn() throws IOException {
        List<MappingLine> lines = read(HEADER, ARN + ",prod-1,pa-1,\"o", "ne\"", goodRow("two"));

        assertThat(names(lines)).containsExactly("two");
        assertThat(problems(lines)).containsExactly("2 LINE_BREAK_IN_VALUE");
    }

    @Test
    void withNoOtherQuoteInALongFile() throws IOException {
        String rows = (goodRow("good") + "\n").repeat(3_000);
        List<MappingLine> lines = read(HEADER, "\"" + goodRow("bad"), rows + rows);

        assertThat(names(lines)).hasSize(6_000);
        assertThat(problems(lines)).containsExactly("2 UNBALANCED_QUOTE");
    }

    @Test
    void inEveryRow() throws IOException {
        List<MappingLine> lines = read(HEADER, (goodRow("bad") + "\"\n").repeat(500));

        assertThat(problems(lines)).hasSize(500);
    }

    @Test
    void beforeALineThatIsTooLong() throws IOException {
        List<MappingLine> lines = read(
                HEADER + ",note",
                goodRow("bad") + ",\"first",
                "x".repeat(500) + "\"" + "x".repeat(PhysicalLines.LONGEST),
                goodRow("one") + ",");

        assertThat(names(lines)).containsExactly("one");
        assertThat(problems(lines)).containsExactly("2 UNBALANCED_QUOTE", "3 LINE_TOO_LONG");
    }

    private void assertCosts(String problem, String... rows) throws IOException {
        List<MappingLine> lines = read(HEADER, String.join("\n", rows));

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(problems(lines)).containsExactly(problem);
    }

    private List<MappingLine> read(String... lines) throws IOException {
        return MappingText.read(directory, String.join("\n", lines));
    }
}
