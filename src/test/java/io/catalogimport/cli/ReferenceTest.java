package io.catalogimport.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.report.RunOutcome;
import io.catalogimport.report.RunSummary;
import io.catalogimport.status.Forecast;
import io.catalogimport.status.RunDetail;
import io.catalogimport.status.RunOverview;
import io.catalogimport.status.RunState;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** docs/reference.md says all that the command line can do. */
class ReferenceTest {
    private static final Path REFERENCE = Path.of("docs/reference.md");

    /** Options and the commands that have them; a | within a cell is written with a backslash. */
    private static final Pattern ROW_OF_OPTIONS =
            Pattern.compile("(?m)^\\| (`--(?:[^|\\\\]|\\\\.)*) \\| ([a-z, ]+) \\|");

    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    @Test
    void namesEveryCommand() throws IOException {
        String reference = Files.readString(REFERENCE);

        assertThat(CatalogImport.commandLine().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(reference).containsPattern("\\| `" + command + "[ `]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "discover",
                "prepare",
                "plan",
                "import",
                "status",
                "pause",
                "resume",
                "resolve",
                "undo",
                "handover",
                "report",
                "verify",
                "prune",
                "doctor",
                "sandbox"
            })
    void namesEveryOptionOfTheCommandAndNoOther(String command) throws IOException {
        List<String> options =
                requireNonNull(CatalogImport.commandLine().getSubcommands().get(command))
                        .getCommandSpec()
                        .options()
                        .stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .map(OptionSpec::longestName)
                        .toList();

        assertThat(named(command)).containsExactlyInAnyOrderElementsOf(options);
    }

    private static List<String> named(String command) throws IOException {
        return ROW_OF_OPTIONS
                .matcher(Files.readString(REFERENCE))
                .results()
                .filter(row -> List.of(row.group(2).split(", ")).contains(command))
                .flatMap(row -> OPTION.matcher(row.group(1)).results())
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryOutcomeWithItsExitCode(RunOutcome outcome) throws IOException {
        assertThat(Files.readString(REFERENCE))
                .containsPattern("\\| `" + outcome + "` \\|[^|]*\\b"
                        + ExitCode.of(outcome).number() + "\\b");
    }

    @Test
    void namesEveryMemberOfTheSummary() throws IOException {
        String reference = Files.readString(REFERENCE);

        assertThat(RunSummary.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .allSatisfy(member -> assertThat(reference).containsPattern("(?m)^\\| [^|]*`" + member + "`"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                StatusDocument.class,
                RunOverview.class,
                RunOverview.WorkerFacts.class,
                RunDetail.class,
                RunDetail.LaneFacts.class,
                RunDetail.ImportFacts.class,
                RunDetail.BlockedLane.class,
                RunDetail.RefusedRows.class,
                RunDetail.FailedImport.class,
                Forecast.class
            })
    void namesEveryMemberOfTheStatus(Class<?> part) throws IOException {
        String reference = section("\n### The JSON of status\n");

        assertThat(part.getRecordComponents())
                .extracting(RecordComponent::getName)
                .allSatisfy(member -> assertThat(reference).contains("`" + member + "`"));
    }

    /** From this heading to the next one of the second level. */
    private static String section(String heading) throws IOException {
        String reference = Files.readString(REFERENCE);
        int from = reference.indexOf(heading);
        assertThat(from).isNotNegative();
        int end = reference.indexOf("\n## ", from);
        return end < 0 ? reference.substring(from) : reference.substring(from, end);
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryStateOfARun(RunState state) throws IOException {
        assertThat(Files.readString(REFERENCE)).contains("| `" + state + "` |");
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryExitCode(ExitCode code) throws IOException {
        assertThat(Files.readString(REFERENCE))
                .containsPattern("(?m)^\\|[\\d /]*\\b" + code.number() + "\\b[\\d /]*\\|");
    }
}
