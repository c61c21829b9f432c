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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is valid by RFC 4180 is read as that says, whatever its values look like. */
class Rfc4180Test {
    private final Path directory;

    Rfc4180Test(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", " \n "})
    void removesALineBreakAroundAValueOfOurs(String lineBreak) throws IOException {
        List<MappingLine> lines = read(
                HEADER,
                "\"" + ARN + lineBreak + "\",\"" + lineBreak + "prod-1\",pa-1,\"one" + lineBreak + "\"",
                goodRow("two"));

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(lines.get(0).columns()).containsEntry("stack_arn", ARN).containsEntry("product_id", "prod-1");
        assertThat(lines.get(0).warnings())
                .extracting(Problem::code)
                .containsExactly("LINE_BREAK_REMOVED", "LINE_BREAK_REMOVED", "LINE_BREAK_REMOVED");
        assertThat(lines.get(0).warnings().get(0).sentence())
                .isEqualTo("A line break around the value of stack_arn was removed.");
    }

    @Test
    void rejectsOnlyTheRowWhoseArnHasALineBreakInIt() throws IOException {
        String broken = ARN.replace(":stack", ":\nstack");
        List<MappingLine> lines = read(HEADER, "\"" + broken + "\",prod-1,pa-1,bad", goodRow("two"));

        assertThat(names(lines)).containsExactly("two");
        assertThat(lines.get(0).problems())
                .containsExactly(new Problem(
                        "LINE_BREAK_IN_VALUE",
                        "The value of stack_arn has a line break in it, \"" + broken.replace("\n", "\\n")
                                + "\": write it on one line."));
        assertThat(lines).extracting(MappingLine::line).containsExactly(2, 4);
    }

    @Test
    void readsANoteOfSeveralLinesWithAnArnAndCommas() throws IOException {
        List<MappingLine> lines = read(
                HEADER + ",note",
                goodRow("one") + ",\"moved from\narn:aws:iam::111122223333:role/old, ask first\"",
                goodRow("two") + ",\"" + ARN + "\n" + ARN + ", then\n\"",
                goodRow("three") + ",ok");

        assertThat(names(lines)).containsExactly("one", "two", "three");
        assertThat(warnings(lines)).isEmpty();
    }

    @Test
    void readsANoteThatHoldsARowAndWarnsOfIt() throws IOException {
        List<MappingLine> lines =
                read(HEADER + ",note", goodRow("one") + ",\"was\n" + goodRow("old") + ",x\"", goodRow("two") + ",y");

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(warnings(lines)).containsExactly("2 ROWS_WITHIN_QUOTES");
        assertThat(lines.get(0).columns()).containsEntry("note", "was\n" + goodRow("old") + ",x");
    }

    @Test
    void readsANoteOfVeryManyLines() throws IOException {
        List<MappingLine> lines = read(
                HEADER + ",note",
                goodRow("one") + ",\"" + "line, and line\n".repeat(5_000) + "\"",
                goodRow("two") + ",");

        assertThat(names(lines)).containsExactly("one", "two");
    }

    @Test
    void ignoresBlanksAroundQuotes() throws IOException {
        List<MappingLine> lines = read(
                "\"stack_arn\", \"product_id\",\t\"provisioning_artifact_id\" , \"provisioned_product_name\", \"note\"",
                "\"" + ARN + "\", \"prod-1\" ,\t\"pa-1\", \"one\", \"a, \"\"b\"\"\nc\" ",
                "\uFEFF \"" + ARN + "\"\u00A0,prod-1, pa-1 ,two,  plain ");

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(lines.get(0).columns()).containsEntry("note", "a, \"b\"\nc");
        assertThat(lines.get(1).columns()).containsEntry("note", "  plain ");
        assertThat(problems(lines)).isEmpty();
    }

    @Test
    void readsWhateverAWriterThatKeepsToItWrites() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String separator = List.of(",", ";", "\t").get(random.nextInt(3));
            List<List<String>> notes = new ArrayList<>();
            StringBuilder text = new StringBuilder(("first," + HEADER + ",last").replace(",", separator));
            for (int row = 0; row < 20; row++) {
                List<String> note = List.of(text(random), text(random));
                notes.add(note);
                text.append(random.nextBoolean() ? "\r\n" : "\n")
                        .append(written(note.get(0), separator, random))
                        .append(separator)
                        .append(goodRow("n" + row).replace(",", separator))
                        .append(separator)
                        .append(written(note.get(1), separator, random));
            }

            List<MappingLine> lines = MappingText.read(directory, text.toString());

            assertThat(problems(lines)).as("seed %d", seed).isEmpty();
            assertThat(lines)
                    .as("seed %d", seed)
                    .extracting(line -> List.of(
                            line.columns().getOrDefault("first", ""),
                            line.columns().getOrDefault("last", "")))
                    .containsExactlyElementsOf(notes);
        }
    }

    private static String text(Random random) {
        List<String> parts =
                List.of("a", "\"", "\"\"", ",", ";", "\t", " ", "\n", "\r\n", "\r", "arn:", "#", "é", goodRow("x"));
        return random.ints(random.nextInt(6), 0, parts.size())
                .mapToObj(parts::get)
                .collect(Collectors.joining());
    }

    private static String written(String value, String separator, Random random) {
        boolean needsQuotes = value.strip().startsWith("#")
                || Stream.of("\"", "\n", "\r", separator).anyMatch(value::contains);
        return needsQuotes || random.nextBoolean() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    @Test
    void saysWhereAQuoteMayNotStand() throws IOException {
        List<MappingLine> lines = read(HEADER, ARN + ",pro\"d\"-1,pa-1,bad", goodRow("two"));

        assertThat(lines.get(0).problems())
                .containsExactly(new Problem(
                        "MALFORMED_QUOTES",
                        "Character 75 is a quote in the wrong place: put the whole field in quotes, and double each"
                                + " quote within it."));
    }

    @Test
    void readsARowOfVeryManyFieldsWithoutTrouble() throws IOException {
        String many = ",\"x\"".repeat(200_000);
        List<MappingLine> lines = read(HEADER, goodRow("bad") + many, goodRow("two"));

        assertThat(names(lines)).containsExactly("two");
        assertThat(problems(lines)).containsExactly("2 WRONG_FIELD_COUNT");
    }

    @ParameterizedTest
    @ValueSource(strings = {",,,", " , ,\t,", "\"\",\"\",,\" \"", ",,,,,,", ",", "\u00A0,\uFEFF,,"})
    void passesOverRowsOfNothingButSeparatorsAndBlanks(String blank) throws IOException {
        List<MappingLine> lines = read(blank, HEADER, blank, goodRow("one"), blank, blank, goodRow("two"), blank);

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(problems(lines)).isEmpty();
        assertThat(lines).extracting(MappingLine::line).containsExactly(4, 7);
    }

    private List<MappingLine> read(String... lines) throws IOException {
        return MappingText.read(directory, String.join("\n", lines));
    }
}
