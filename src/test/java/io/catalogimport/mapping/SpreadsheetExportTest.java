package io.catalogimport.mapping;

import static io.catalogimport.mapping.MappingText.ARN;
import static io.catalogimport.mapping.MappingText.HEADER;
import static io.catalogimport.mapping.MappingText.goodRow;
import static io.catalogimport.mapping.MappingText.names;
import static io.catalogimport.mapping.MappingText.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What spreadsheets make of a mapping file is read where only one reading is possible, and told. */
class SpreadsheetExportTest {
    private final Path directory;

    SpreadsheetExportTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void readsOtherSeparatorsAndSaysSo(String separator) throws IOException {
        MappingFile file = open(with(separator, HEADER + ",note\n" + goodRow("one") + ",\"a;\tb\"\n" + goodRow("two"))
                + separator + "c, d\n");

        assertThat(names(MappingText.read(file))).containsExactly("one", "two");
        assertThat(file.warnings())
                .containsExactly(new Problem(
                        "OTHER_SEPARATOR",
                        "The mapping file is read with %s between the fields."
                                .formatted(separator.equals("\t") ? "a tab" : separator)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "SEP=;", "\"sep=;\"", "\nsep=;"})
    void takesTheSeparatorThatTheFirstLineNames(String line) throws IOException {
        MappingFile file = open(line + "\n" + with(";", HEADER + "\n" + goodRow("one") + "\n"));

        List<MappingLine> lines = MappingText.read(file);
        assertThat(names(lines)).containsExactly("one");
        assertThat(lines.get(0).line()).isEqualTo(line.startsWith("\n") ? 4 : 3);
        assertThat(file.warnings())
                .extracting(Problem::sentence)
                .containsExactly("The mapping file is read with ; between the fields, as its first line says.");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void knowsTheSeparatorsThatTheFirstLineMayName(String separator) throws IOException {
        MappingFile file =
                open("sep=" + separator + "\r\n" + with(separator, HEADER + "\r\n" + goodRow("one") + "\r\n"));

        assertThat(names(MappingText.read(file))).containsExactly("one");
        assertThat(file.form().head()).isEqualTo("sep=" + separator + "\r\n" + with(separator, HEADER) + "\r\n");
        assertThat(file.form().lineEnd()).isEqualTo("\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsUtf16WithAByteOrderMark(String charset) throws IOException {
        String text = "\uFEFF" + with("\t", HEADER + ",Grund\n" + goodRow("one") + ",größer\n");
        MappingFile file = open(text.getBytes(Charset.forName(charset)));

        List<MappingLine> lines = MappingText.read(file);
        assertThat(names(lines)).containsExactly("one");
        assertThat(lines.get(0).columns()).containsEntry("Grund", "größer");
        assertThat(file.form().charset()).isEqualTo(Charset.forName(charset));
        assertThat(file.form().hasByteOrderMark()).isTrue();
        assertThat(file.warnings())
                .contains(new Problem(
                        "READ_AS_UTF_16", "The mapping file is read as " + charset + ", as its byte order mark says."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stack ARN,Product ID,Provisioning Artifact ID,Provisioned Product Name",
                "StackArn,ProductId,ProvisioningArtifactId,ProvisionedProductName",
                "stack-arn,product-id,provisioning-artifact-id,provisioned-product-name",
                "STACK\u00A0ARN,\u200Bproduct_id,provisioning\u2011artifact_id,\"provisioned product\nname\"",
                "\uFEFFstack_arn,product id,provisioning_artifact_id,provisioned_product_name"
            })
    void readsTheHeaderHoweverItIsSpelled(String header) throws IOException {
        MappingFile file = open("\uFEFF" + header + "\n" + goodRow("one"));

        assertThat(names(MappingText.read(file))).containsExactly("one");
        assertThat(file.warnings()).extracting(Problem::code).containsExactly("HEADER_SPELLING");
    }

    @Test
    void saysHowTheHeaderIsRead() throws IOException {
        assertThat(open("Stack ARN,PRODUCT_ID, provisioning_artifact_id,ProvisionedProductName\nx")
                        .warnings())
                .extracting(Problem::sentence)
                .containsExactly("Columns of the header are read as follows: \"Stack ARN\" as stack_arn,"
                        + " \"ProvisionedProductName\" as provisioned_product_name.");
    }

    @Test
    void saysNothingAboutAPlainFile() throws IOException {
        MappingFile file = open("\uFEFF" + HEADER + ",note\r\n" + goodRow("one") + ",;\r\n");

        assertThat(file.warnings()).isEmpty();
        assertThat(MappingText.read(file).get(0).warnings()).isEmpty();
    }

    @Test
    void ignoresEmptyFieldsTooMany() throws IOException {
        List<MappingLine> lines = read(HEADER, goodRow("one") + ",, ", goodRow("bad") + ",,x", goodRow("two"));

        assertThat(names(lines)).containsExactly("one", "two");
        assertThat(problems(lines)).containsExactly("3 WRONG_FIELD_COUNT");
        assertThat(lines.get(0).warnings())
                .containsExactly(new Problem("SURPLUS_FIELDS_IGNORED", "Extra empty fields at the end of the row: 2."));
    }

    @Test
    void takesMissingFieldsOfOtherColumnsForEmpty() throws IOException {
        List<MappingLine> lines =
                read(HEADER + ",note,owner", goodRow("one"), goodRow("two") + ",\"a\nb\"", goodRow("three") + ",a,b");

        assertThat(names(lines)).containsExactly("one", "two", "three");
        assertThat(lines.get(0).warnings())
                .containsExactly(new Problem(
                        "MISSING_FIELDS_EMPTY", "The row ends early. It has no value for \"note\", \"owner\"."));
    }

    @Test
    void rejectsARowThatLacksOneOfOurValuesAtItsEnd() throws IOException {
        List<MappingLine> lines = read("note," + HEADER, "x," + ARN + ",prod-1,pa-1", "x," + goodRow("two"));

        assertThat(names(lines)).containsExactly("two");
        assertThat(problems(lines)).containsExactly("2 MISSING_VALUE", "2 WRONG_FIELD_COUNT");
    }

    @Test
    void saysThatARowHasAnotherSeparatorThanTheHeader() throws IOException {
        List<MappingLine> lines = read(HEADER, goodRow("one"), with(";", goodRow("bad")));

        assertThat(lines.get(1).problems())
                .containsExactly(new Problem(
                        "WRONG_FIELD_COUNT",
                        "The header has 4 columns, but the row has 1 field: it is separated by semicolons, but the header"
                                + " by commas; use commas in both."));
    }

    @Test
    void saysThatAWholeRowIsInOnePairOfQuotes() throws IOException {
        List<MappingLine> lines = read(HEADER, goodRow("one"), "\"" + goodRow("bad") + "\"");

        assertThat(lines.get(1).problems())
                .containsExactly(new Problem(
                        "WRONG_FIELD_COUNT",
                        "The header has 4 columns, but the row has 1 field: remove the quotes around the whole row."));
    }

    @Test
    void saysThatTheTitlesAreInQuotes() {
        assertThatThrownBy(() -> open("'" + HEADER.replace(",", "','") + "'\n" + goodRow("one")))
                .hasMessageContaining("the titles of its header must have no quotes or brackets around them");
    }

    @Test
    void readsAHeaderOfManyColumns() throws IOException {
        List<MappingLine> lines = read(HEADER + ",".repeat(50_000), goodRow("one"));

        assertThat(names(lines)).containsExactly("one");
    }

    @Test
    void refusesAFileWhoseRowsHaveAnotherSeparatorThanItsHeader() {
        assertUnusable(
                HEADER + "\n" + with(";", goodRow("one") + "\n" + goodRow("two")),
                "its header, on line 1, is separated by commas, but its rows, from line 2 on, by semicolons; use the same"
                        + " in both.");
    }

    @Test
    void refusesAFirstLineThatNamesAnotherSeparatorThanTheHeaderHas() {
        assertUnusable(
                "sep=;\n" + HEADER + "\n" + goodRow("one"),
                "line 1 says that ; stands between the fields, but the header has ,; change one of them.");
    }

    @Test
    void refusesAFirstLineThatNamesAStrangeSeparator() {
        assertUnusable(
                "sep=#\n" + HEADER + "\nx",
                "line 1 is \"sep=#\", but only , or ; or | or a tab can stand between the fields.");
    }

    @Test
    void refusesAHeaderThatCanBeReadInTwoWays() {
        assertUnusable(
                HEADER + ",x;" + with(";", HEADER) + ";y\nx",
                "its header, on line 1, has all columns both with , and with ; between them; use one of the two.");
    }

    @Test
    void refusesTwoTitlesForOneColumn() {
        assertUnusable(
                HEADER + ",Stack ARN\nx",
                "its header, on line 1, has the column stack_arn twice: \"stack_arn\", \"Stack ARN\"; rename or remove one"
                        + " of them.");
    }

    @Test
    void namesALetterOfTheHeaderThatLooksLikeAnother() {
        assertUnusable(
                HEADER.replace("stack", "st\u0430ck") + "\nx",
                "its header, on line 1, lacks stack_arn; it has \"st\u0430ck_arn\" (character 3 is CYRILLIC SMALL LETTER A"
                        + " (U+0430)), \"product_id\", \"provisioning_artifact_id\", \"provisioned_product_name\".");
    }

    @Test
    void recognizesUtf16WithoutAByteOrderMark() {
        String reason = "it seems to be UTF-16 without a byte order mark; save it as CSV in UTF-8.";

        assertUnusable((HEADER + "\nx").getBytes(StandardCharsets.UTF_16LE), reason);
        assertUnusable((HEADER + "\nx").getBytes(StandardCharsets.UTF_16BE), reason);
    }

    @Test
    void findsWhereUtf16IsBroken() {
        byte[] whole = ("\uFEFF" + HEADER + "\nx").getBytes(StandardCharsets.UTF_16LE);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertUnusable(
                cut,
                "line 2 is not UTF-16: the file ends in the middle of a character; save the file as CSV in UTF-8.");
    }

    @Test
    void recognizesWhatIsGivenByMistake() {
        assertUnusable(
                new byte[] {'P', 'K', 3, 4, 20, 0},
                "it seems to be an Excel workbook (XLSX) or another ZIP file;" + " save it as CSV in UTF-8.");
        assertUnusable(
                "[{\"stack_arn\": \"x\", \"product_id\": \"y\"}]",
                "it seems to be JSON, but must be CSV; its first line must be the header, " + HEADER + ".");
        assertUnusable(
                "<!DOCTYPE html>\n<table>",
                "it seems to be HTML or XML, but must be CSV; its first line must be the header, " + HEADER + ".");
        assertUnusable(
                "# first wave\n" + HEADER + "\nx",
                "line 1 begins with #, but comments are not supported; remove the lines before the header, " + HEADER
                        + ".");
    }

    private static String with(String separator, String text) {
        return text.replace(",", separator);
    }

    private MappingFile open(String text) throws IOException {
        return MappingText.open(directory, text);
    }

    private MappingFile open(byte[] bytes) throws IOException {
        return MappingFile.open(Files.write(directory.resolve("mappings.csv"), bytes));
    }

    private List<MappingLine> read(String... lines) throws IOException {
        return MappingText.read(directory, String.join("\n", lines));
    }

    private void assertUnusable(String text, String reason) {
        assertUnusable(text.getBytes(StandardCharsets.UTF_8), reason);
    }

    private void assertUnusable(byte[] bytes, String reason) {
        assertThatThrownBy(() -> open(bytes))
                .isInstanceOf(UnusableMappingFileException.class)
                .hasMessage("The mapping file " + directory.resolve("mappings.csv") + " cannot be used: " + reason);
    }
}
