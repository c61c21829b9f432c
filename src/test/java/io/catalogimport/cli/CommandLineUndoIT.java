package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command undo, as somebody or a script has it. */
class CommandLineUndoIT {
    private final CommandLineScene scene;

    CommandLineUndoIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders"), stack("invoices"));
        assertThat(scene.run("import", "mappings.csv").exitCode()).isZero();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void releasesNothingUnaskedWithoutATerminal() {
        Program.Ended refused = scene.run("undo", "mappings.csv");
        Program.Ended plan = scene.run("undo", "mappings.csv", "--plan");

        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.err())
                .contains(
                        "There is no terminal to ask on: add --yes to release, or --plan to see what would be released.");
        assertThat(plan.exitCode()).isZero();
        assertThat(plan.out())
                .contains(
                        "Plan: 2 to release, 0 not to be released. Nothing was changed.",
                        "Next: run the same command without --plan.");
        assertThat(terminations()).isEmpty();
        assertThat(scene.states()).containsOnly("IMPORTED");
    }

    @Test
    void releasesAndWritesTheResultsAgain() {
        Program.Ended undo = scene.run("undo", "mappings.csv", "--yes");

        assertThat(undo.exitCode()).isZero();
        assertThat(undo.out())
                .contains("2 released, 0 not released.", "Results: ")
                .containsSubsequence("invoices", "orders");
        assertThat(scene.states()).containsExactly("RELEASED", "RELEASED");
        assertThat(terminations()).hasSize(2);
    }

    @Test
    void tellsScriptsInJson() {
        Program.Ended refused = scene.run("undo", "mappings.csv", "--output", "json");
        Program.Ended undo = scene.run("undo", "mappings.csv", "--yes", "--line", "3", "--output", "json");

        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(undo.exitCode()).isZero();
        assertThat(undo.out())
                .contains("\"version\" : 1", "\"end\" : \"RELEASED\"", "\"exitCode\" : 0", "\"error\" : null")
                .containsPattern("\"provisionedProductName\" : \"invoices\"")
                .doesNotContain("orders");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no signals.")
    void goesOnAfterItWasKilledAndReleasesNothingTwice() {
        scene.start("undo", "mappings.csv", "--yes")
                .until("a release", () -> !terminations().isEmpty())
                .kill();
        assertThat(scene.database().state("orders")).isEqualTo("IMPORTED");

        Program.Ended again = scene.run("undo", "mappings.csv", "--yes");

        assertThat(again.exitCode()).isZero();
        assertThat(scene.states()).containsExactly("RELEASED", "RELEASED");
        // The tokens show which requests are repetitions: two rows, two tokens.
        assertThat(terminations().stream().distinct()).hasSize(2);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no signals.")
    void beginsNothingMoreOnSigterm() {
        Program undo = scene.start("undo", "mappings.csv", "--yes")
                .until("a release", () -> scene.database().state("invoices").equals("RELEASING"));
        long signalledAt = System.nanoTime();

        Program.Ended stopped = undo.signal("TERM").end();

        assertThat(Duration.ofNanos(System.nanoTime() - signalledAt)).isLessThan(Duration.ofSeconds(10));
        assertThat(stopped.exitCode()).isEqualTo(143);
        assertThat(stopped.out()).contains("Stopped as requested. Next: run the same command again to continue.");
        assertThat(scene.database().state("orders")).isEqualTo("IMPORTED");
        assertThat(scene.run("undo", "mappings.csv", "--yes").exitCode()).isZero();
    }

    /** The tokens with which AWS was asked to terminate something. */
    private List<String> terminations() {
        return scene.calls().stream()
                .filter(call -> call.operation().equals("TerminateProvisionedProduct"))
                .map(call -> call.parameters().get("TerminateToken"))
                .toList();
    }
}
