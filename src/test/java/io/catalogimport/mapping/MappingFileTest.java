package io.catalogimport.mapping;

import static io.catalogimport.mapping.MappingText.ARN;
import static io.catalogimport.mapping.MappingText.HEADER;
import static io.catalogimport.mapping.MappingText.goodRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {
    private final Path directory;

    MappingFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void isKnownByTheSha256OfItsBytes() throws IOException {
        MappingFile file = open(HEADER + "\nx\n");

        assertThat(file.digest()).isEqualTo("e839cbe42d95cd3e33dfce3c31c2130b779e4e36ed8df00c9ff1f0a8daea85bd");
    }

    @Test
    void findsColumnsInAnyOrderAndCase() throws IOException {
        MappingFile file = open("Provisioned_Product_Name, PRODUCT_ID ,Owner,stack_arn,Provisioning_Artifact_Id\nx\n");

        assertThat(file.header())
                .containsExactly(
                        "provisioned_product_name", "product_id", "Owner", "stack_arn", "provisioning_artifact_id");
    }

    @Test
    void carriesOtherColumnsInTheirOwnSpelling() throws IOException {
        MappingFile file = open("Cost Centre," + HEADER + ",owner\nx\n");

        assertThat(file.header()).contains("Cost Centre", "owner");
    }

    @Test
    void callsAColumnWithoutANameByItsPlace() throws IOException {
        MappingFile file = open(HEADER + ",, \nx\n");

        assertThat(file.header()).endsWith("column 5", "column 6");
    }

    @Test
    void tellsOtherColumnsOfTheSameNameApart() throws IOException {
        MappingFile file = open(HEADER + ",note,note\nx\n");

        assertThat(file.header()).endsWith("note", "note (6)");
    }

    @Test
    void refusesAMissingFileByItsOwnException() {
        assertThatThrownBy(() -> MappingFile.open(directory.resolve("none.csv")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void refusesADirectory() {
        assertThatThrownBy(() -> MappingFile.open(directory))
                .isInstanceOf(UnusableMappingFileException.class)
                .hasMessage("The mapping file " + directory + " cannot be used: it is a directory.");
    }

    @Test
    void refusesAFileThatMayNotBeRead() throws IOException {
        Path file = Files.writeString(directory.resolve("mappings.csv"), HEADER);
        assumeThat(file.toFile().setReadable(false)).isTrue();
        assumeThat(Files.isReadable(file)).as("not for the superuser").isFalse();

        assertThatThrownBy(() -> MappingFile.open(file))
                .isInstanceOf(UnusableMappingFileException.class)
                .hasMessageContaining("it cannot be read (permission denied)");
    }

    @Test
    void refusesAPathThroughAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("mappings.csv"), HEADER);

        assertThatThrownBy(() -> MappingFile.open(file.resolve("inner.csv")))
                .isInstanceOf(UnusableMappingFileException.class)
                .hasMessageContaining("it cannot be read");
    }

    @Test
    void refusesAnEmptyFile() {
        assertUnusable("", "it is empty.");
    }

    @Test
    void refusesAFileOfBlankLines() {
        assertUnusable("\n  \r\n\n", "it is empty.");
    }

    @Test
    void refusesAHeaderWithoutRows() {
        assertUnusable(HEADER + "\n\n", "it has a header but no rows.");
    }

    @Test
    void refusesDataInPlaceOfTheHeader() {
        assertUnusable(
                goodRow("orders"),
                "its first line must be the header, " + HEADER + ", but line 1 is \"" + ARN + ",prod-abc,…\".");
    }

    @Test
    void refusesOtherCharactersBetweenColumns() {
        assertUnusable(
                HEADER.replace(',', '/') + "\nx",
                "the columns of its header must be separated by commas, semicolons, tabs or |, but line 1 is \""
                        + HEADER.replace(',', '/') + "\".");
    }

    @Test
    void saysWhichColumnsAreMissing() {
        assertUnusable(
                "\nstack_arn,product,owner\nx",
                "its header, on line 2, lacks product_id (or product_name), provisioning_artifact_id (or"
                        + " provisioning_artifact_name), provisioned_product_name; it has"
                        + " \"stack_arn\", \"product\", \"owner\".");
    }

    @Test
    void refusesARequiredColumnThatIsThereTwice() {
        assertUnusable(
                HEADER + ",Product_ID\nx",
                "its header, on line 1, has the column product_id twice: \"product_id\", \"Product_ID\"; rename or remove one"
                        + " of them.");
    }

    @Test
    void refusesAHeaderWithAStrayQuote() {
        assertUnusable(
                HEADER + ",\"note\nx",
                "its header, on line 1, cannot be read (UNBALANCED_QUOTE): A quote is opened and not closed in the row: close"
                        + " it, or double it if it is part of the value.");
    }

    @Test
    void refusesAHeaderThatAStrayQuoteJoinsToRows() {
        String note = ",\"note\n" + goodRow("one") + ",x\n" + goodRow("two") + ",y\"\n" + goodRow("three") + ",z";

        assertThatThrownBy(() -> open(HEADER + note))
                .isInstanceOf(UnusableMappingFileException.class)
                .hasMessageContaining("its header, on line 1, cannot be read (UNBALANCED_QUOTE)");
    }

    @Test
    void saysWhichLineIsNotUtf8() {
        String rows = HEADER + "\r\n" + goodRow("one") + "\r" + goodRow("two") + "\n" + goodRow("thr\u00e9e");

        assertUnusable(
                rows.getBytes(StandardCharsets.ISO_8859_1),
                "line 4 is not UTF-8: it seems to be Windows-1252, in which its byte E9 is \"é\"; save the file as CSV in"
                        + " UTF-8.");
    }

    @Test
    void findsACharacterThatIsCutOffByTheEndOfTheFile() {
        byte[] cut = (HEADER + "\nx").getBytes(StandardCharsets.UTF_8);
        cut[cut.length - 1] = (byte) 0xC3;

        assertUnusable(
                cut,
                "line 2 is not UTF-8: it seems to be Windows-1252, in which its byte C3 is \"Ã\", or the file ends in the"
                        + " middle of a character; save the file as CSV in UTF-8.");
    }

    @Test
    void findsBadBytesFarDownInTheFile() {
        String rows = HEADER + ("\n" + goodRow("some")).repeat(10_000) + "\n\u00e9";

        assertUnusable(
                rows.getBytes(StandardCharsets.ISO_8859_1),
                "line 10002 is not UTF-8: it seems to be Windows-1252, in which its byte E9 is \"é\", or the file ends in the"
                        + " middle of a character; save the file as CSV in UTF-8.");
    }

    @Test
    void noticesThatTheFileWasChangedSinceItWasOpened() throws IOException {
        MappingFile file = open(HEADER + "\n" + goodRow("one"));
        Files.writeString(file.path(), HEADER + "\n" + goodRow("two"));

        assertThatThrownBy(() -> MappingText.read(file))
                .isInstanceOf(UnusableMappingFileException.class)
                .hasMessageContaining("it was changed while it was read");
    }

    private MappingFile open(String text) throws IOException {
        return MappingText.open(directory, text);
    }

    private void assertUnusable(String text, String reason) {
        assertUnusable(text.getBytes(StandardCharsets.UTF_8), reason);
    }

    private void assertUnusable(byte[] bytes, String reason) {
        Path file = directory.resolve("mappings.csv");
        assertThatThrownBy(() -> MappingFile.open(Files.write(file, bytes)))
                .isInstanceOf(UnusableMappingFileException.class)
                .hasMessage("The mapping file " + file + " cannot be used: " + reason);
    }
}
