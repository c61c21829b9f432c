package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a second process may do while the first is in the middle of an import. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineSecondProcessIT {
    private final CommandLineScene scene;

    CommandLineSecondProcessIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders").slow(), stack("invoices"));
        scene.mappingFile("orders.csv", stack("orders").row());
        scene.startUntilInProgress("orders", "import", "orders.csv");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void aCopyOfTheFileIsRefused() {
        scene.file("copy.csv", scene.read("orders.csv"));

        Program.Ended second = scene.run("import", "copy.csv");

        assertThat(second.exitCode()).isEqualTo(75);
        assertThat(second.err())
                .containsPattern("Process \\d+ on host .+ is working on this mapping file"
                        + ".+\\(since 20.+Z, file orders\\.csv\\)\\. Wait until it has ended, then run again");
    }

    @Test
    void reportWritesTheResultsAsTheyAreNow() {
        Program.Ended report = scene.run("report", "orders.csv");

        assertThat(report.exitCode()).isZero();
        assertThat(report.out()).contains("Report: results/report.html");
        assertThat(scene.states()).containsExactly("IN_PROGRESS");
        assertThat(scene.read("results/report.html")).contains("The run is not over");
    }

    @Test
    void aSecondProcessWaitsAsLongAsItIsTold() {
        scene.file("copy.csv", scene.read("orders.csv"));

        Program.Ended second = scene.run("import", "copy.csv", "--wait", "1s");

        assertThat(second.exitCode()).isEqualTo(75);
        assertThat(second.err()).contains("is working on this mapping file").contains("waiting for that to end, until");
    }

    @Test
    void anotherFileInTheSameLaneIsRefusedBeforeItIsLookedAt() {
        scene.mappingFile("invoices.csv", stack("invoices").row());

        Program.Ended second = scene.run("import", "invoices.csv");

        assertThat(second.exitCode()).isEqualTo(75);
        assertThat(second.err()).containsPattern("Process \\d+ on host .+ is importing in 111122223333/eu-central-1");
        assertThat(scene.directory().resolve("results/invoices")).doesNotExist();
        assertThat(scene.importsOf("invoices")).isZero();
    }
}
