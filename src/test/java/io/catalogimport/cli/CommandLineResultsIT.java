package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What one import leaves, of a file with a column of its own, a value over two lines and a bad row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineResultsIT {
    private static final String HEADER = CommandLineScene.HEADER + ",owner";
    private static final String BAD_ROW = "no-arn,prod-queue,pa-one,second,\"shop, too\"";

    private final CommandLineScene scene;
    private final Program.Ended ended;

    CommandLineResultsIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders"), stack("invoices"));
        scene.file(
                "mappings.csv",
                String.join(
                        "\r\n",
                        "\uFEFF" + HEADER,
                        stack("orders").row() + ",\"=1+1\nof shop\"",
                        BAD_ROW,
                        stack("invoices").row() + ","));
        ended = scene.run("import", "mappings.csv");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void resultsHaveTheColumnsOfTheContractInItsOrder() {
        assertThat(scene.read("results/results.csv"))
                .startsWith(
                        "line," + HEADER
                                + ",state,code,message,record_id,provisioned_product_id,started_at,finished_at,launch_path,warnings\n");
    }

    @Test
    void resultsHaveEveryRowInFileOrderWithTheLineOfItsFirstCharacter() {
        assertThat(scene.results())
                .extracting(row -> row.get("line"), row -> row.get("state"))
                .containsExactly(tuple("2", "IMPORTED"), tuple("4", "REJECTED"), tuple("5", "IMPORTED"));
    }

    @Test
    void resultsTellWhatAwsMadeAndWhen() {
        Map<String, String> imported = scene.results().get(0);

        assertThat(imported.get("record_id")).startsWith("rec-");
        assertThat(imported.get("provisioned_product_id")).startsWith("pp-");
        assertThat(List.of(imported.get("started_at"), imported.get("finished_at")))
                .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"))
                .isSorted();
    }

    @Test
    void resultsTellWhyARowIsRejected() {
        Map<String, String> rejected = scene.results().get(1);

        assertThat(rejected.get("stack_arn")).isEqualTo("no-arn");
        assertThat(rejected.get("code")).isNotEmpty();
        assertThat(rejected.get("message")).isNotEmpty();
    }

    @Test
    void resultsCarryOtherColumnsAlongWithFormulasDisarmed() {
        assertThat(scene.results())
                .extracting(row -> row.get("owner"))
                .containsExactly("'=1+1\nof shop", "shop, too", "");
    }

    @Test
    void remainingHasTheRowsThatAreNotImportedWordForWord() {
        assertThat(scene.read("results/remaining.csv")).isEqualTo("\uFEFF" + HEADER + "\r\n" + BAD_ROW + "\r\n");
    }

    @Test
    void nothingUnfinishedIsLeftAmongTheResults() throws IOException {
        try (Stream<Path> files = Files.list(scene.directory().resolve("results"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("results.csv", "remaining.csv", "summary.json", "report.html");
        }
    }

    @Test
    void resultsAreOnStdoutAndTheLogOnStderr() {
        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.out())
                .contains("line 4      rejected", "3 rows: 1 rejected, 2 imported.", "Results: results/results.csv")
                .doesNotContainPattern("\\b(DEBUG|INFO|WARN|ERROR)\\b");
        assertThat(ended.err().lines())
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+ (INFO|WARN) .+"))
                .noneMatch(line -> line.matches(".*(\\[run=]|=[ \\]]).*"))
                .anyMatch(line -> line.contains("orders: imported in ")
                        && line.contains("[run=1 line=2 lane=111122223333/eu-central-1 record=rec-"));
    }

    @Test
    void secretsAreWrittenNowhere() throws IOException {
        List<String> parameters = scene.database()
                .jdbc()
                .sql("select parameter_name || '=' || parameter_value from batch_job_execution_params")
                .query(String.class)
                .list();
        try (Stream<Path> files = Files.walk(scene.directory()).filter(Files::isRegularFile)) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(Program.SECRET));
        }

        assertThat(parameters).isNotEmpty().noneMatch(parameter -> parameter.contains(Program.SECRET));
        assertThat(ended.out() + ended.err()).doesNotContain(Program.SECRET);
    }
}
