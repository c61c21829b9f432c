package io.catalogimport.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** docs/reference.md says all that the command line can do. */
class ReferenceTest {
    private static final Path REFERENCE = Path.of("docs/reference.md");
    private static final Pattern CODE = Pattern.compile(
            "(?:Finding\\.(?:reason|warning|note)|new (?:Problem|Remark))\\(\\s*\"([A-Z]+(?:_[A-Z]+)+)\"");

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

    /** Codes are written where they arise, so their sources are searched. */
    @Test
    void explainsEveryCodeOfARow() throws IOException {
        String manual = Files.readString(REFERENCE)
                + Files.readString(Path.of("docs/mapping-file.md"))
                + Files.readString(Path.of("jobs/README.md"));

        assertThat(codes()).hasSizeGreaterThan(40).allSatisfy(code -> assertThat(manual)
                .contains("`" + code + "`"));
    }

    private static Set<String> codes() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(path -> path.toString().endsWith(".java"))
                    .flatMap(path -> CODE.matcher(read(path)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryExitCode(ExitCode code) throws IOException {
        assertThat(Files.readString(REFERENCE))
                .containsPattern("(?m)^\\|[\\d /]*\\b" + code.number() + "\\b[\\d /]*\\|");
    }
}
