package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is started, and the help. */
class CommandLineTest {
    private final Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    CommandLineTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bogus",
                "import",
                "plan",
                "import FILE --bogus",
                "import FILE another",
                "import FILE --import-timeout soon",
                "import FILE --import-timeout -5s",
                "import FILE --limit 0",
                "import FILE --limit one",
                "import FILE --max-failures x",
                "import FILE --max-failures -1",
                "import FILE --max-failures 101%",
                "import FILE --completion both",
                "import FILE --template-check sometimes",
                "import FILE --until 25:00",
                "import FILE --from 22:00",
                "import FILE --from 06:00 --until 06:00",
                "plan FILE --accept-language fr",
                "plan FILE --strict"
            })
    void argumentsThatMakeNoSenseAreRefusedWithAHintToTheHelp(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(64);
        assertThat(err.toString().lines()).hasSizeBetween(2, 3).last(STRING).endsWith("--help'.");
    }

    @ParameterizedTest
    @CsvSource({"import FILE --lane 2, --lanes", "improt FILE, import"})
    void aMistypedWordIsAnsweredWithTheOneThatWasMeant(String arguments, String meant) {
        assertThat(run(arguments.split(" "))).isEqualTo(64);
        assertThat(err.toString()).containsPattern("(Did you mean|Possible solutions): .*" + meant);
    }

    @Test
    void theScriptForTheShellKnowsCommandsAndOptions() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString())
                .contains("_complete_catalog-import")
                .contains("import")
                .contains("--max-failures");
    }

    @Test
    void helpIsACommandToo() {
        assertThat(run("help", "import")).isZero();
        assertThat(out.toString()).contains("--limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "arn:aws:cloudformation:eu-central-1:111122223333:stack/a/1,prod-queue,pa-one,a\n",
                "stack_arn;product_id;provisioning_artifact_id;provisioned_product_name\n",
                "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name\n"
            })
    void aFileWithoutAHeaderOrWithoutRowsIsRefused(String content) throws IOException {
        assertRefused(Files.writeString(directory.resolve("mappings.csv"), content));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        String content =
                "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name,owner\na,b,c,d,Müller\n";
        assertRefused(Files.writeString(directory.resolve("mappings.csv"), content, StandardCharsets.ISO_8859_1));
        assertThat(err.toString()).contains("line 2 is not UTF-8");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        assertRefused(Files.writeString(
                directory.resolve("mappings.csv"), "stack_arn,product_id,provisioned_product_name\na,b,c\n"));
        assertThat(err.toString()).contains("lacks provisioning_artifact_id");
    }

    @Test
    void aDirectoryIsRefused() throws IOException {
        assertRefused(Files.createDirectory(directory.resolve("mappings.csv")));
    }

    @Test
    void aFileThatIsNotThereIsToldFromOneThatCannotBeUsed() {
        assertThat(run("import", directory.resolve("nowhere.csv").toString())).isEqualTo(66);
        assertThat(err.toString()).contains("nowhere.csv").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "import", "sandbox"})
    void theHelpOfEachCommandHasAnExample(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).containsPattern("(?s)Example:\n.*" + command);
    }

    @Test
    void aSandboxDoesNotStartWithFaultsThatItCannotRead() throws IOException {
        Path faults = Files.writeString(directory.resolve("faults.yaml"), "calls: [{fault: explode}]");

        assertThat(run("sandbox", "--port", "0", "--faults", faults.toString())).isEqualTo(78);
        assertThat(err.toString()).contains(faults + ": calls[0].fault: ").hasLineCount(1);
    }

    @Test
    void aSandboxDoesNotStartWithoutTheCallLogThatItIsToWrite() {
        assertThat(run("sandbox", "--port", "0", "--call-log", directory.toString()))
                .isEqualTo(74);
        assertThat(err.toString()).contains("cannot write " + directory).hasLineCount(1);
    }

    @Test
    void everyCommandIsInTheHelpOfTheProgram() {
        assertThat(run("--help")).isZero();
        assertThat(CatalogImport.commandLine().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(out.toString()).contains("  " + command + " "));
    }

    private void assertRefused(Path file) throws IOException {
        Path results = directory.resolve("results");

        assertThat(run("import", file.toString(), "--results", results.toString()))
                .isEqualTo(65);
        assertThat(err.toString()).contains(file.toString()).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).as("nothing else is there").containsExactly(file);
        }
    }

    private int run(String... arguments) {
        return CatalogImport.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
