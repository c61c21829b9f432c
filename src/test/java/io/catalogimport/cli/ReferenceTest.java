package io.catalogimport.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** docs/reference.md says all that the command line can do. */
class ReferenceTest {
    private static final Path REFERENCE = Path.of("docs/reference.md");

    @Test
    void namesEveryCommand() throws IOException {
        String reference = Files.readString(REFERENCE);

        assertThat(CatalogImport.commandLine().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(reference).containsPattern("\\| `" + command + "[ `]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "import", "resolve"})
    void namesEveryOptionOfTheCommand(String command) throws IOException {
        List<String> rows = Files.readAllLines(REFERENCE);
        List<String> options =
                requireNonNull(CatalogImport.commandLine().getSubcommands().get(command))
                        .getCommandSpec()
                        .options()
                        .stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .map(OptionSpec::longestName)
                        .toList();

        assertThat(options)
                .isNotEmpty()
                .allSatisfy(option -> assertThat(rows)
                        .anyMatch(row -> row.contains("`" + option + " ")
                                || row.contains("`" + option + "`")
                                || row.contains(" " + option + " ")))
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryExitCode(ExitCode code) throws IOException {
        assertThat(Files.readString(REFERENCE))
                .containsPattern("(?m)^\\|[\\d /]*\\b" + code.number() + "\\b[\\d /]*\\|");
    }
}
