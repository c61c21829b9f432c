package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code import} does with a file, and the exit code that says how far it came. */
class CommandLineImportIT {
    private final Path root;

    CommandLineImportIT(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void importsEveryRowAndAsksNothingOfAwsTheNextTime() {
        try (var scene = new CommandLineScene(root, stack("orders"), stack("invoices"))) {
            Program.Ended first = scene.run("import", "mappings.csv");

            assertThat(first.exitCode()).isZero();
            assertThat(first.out()).contains("2 rows: 2 imported.", "Every row is imported.");
            assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
            int calls = scene.calls().size();

            Program.Ended again = scene.run("import", "mappings.csv");

            assertThat(again.exitCode()).isZero();
            assertThat(again.out()).contains("Every row is imported.");
            assertThat(scene.calls()).hasSize(calls);
        }
    }

    @Test
    void importsTheOtherRowsAndTheRejectedOneOnceItIsCorrected() {
        try (var scene = new CommandLineScene(root, stack("orders"), stack("invoices"), stack("returns"))) {
            scene.mappingFile(
                    "mappings.csv",
                    stack("orders").row(),
                    stack("invoices").row().replace("pa-one", "pa-gone"),
                    stack("returns").row());

            Program.Ended rejected = scene.run("import", "mappings.csv");

            assertThat(rejected.exitCode()).isEqualTo(10);
            assertThat(rejected.out()).contains("line 3      rejected         invoices");
            assertThat(scene.states()).containsExactly("IMPORTED", "REJECTED", "IMPORTED");
            String code = scene.results().get(1).get("code");
            Program.Ended accepted =
                    scene.run("import", "mappings.csv", "--accept-rejected", "STACK_NOT_FOUND," + code);
            assertThat(accepted.exitCode()).isZero();
            assertThat(accepted.out()).contains("Accepted: 1 row rejected for ", code);
            assertThat(scene.run("import", "mappings.csv", "--accept-rejected", "STACK_NOT_FOUND")
                            .exitCode())
                    .isEqualTo(10);

            scene.file("fixed.csv", scene.read("results/remaining.csv").replace("pa-gone", "pa-one"));
            Program.Ended fixed = scene.run("import", "fixed.csv");

            assertThat(fixed.exitCode()).isZero();
            assertThat(scene.importsOf("invoices")).isEqualTo(1);
            assertThat(fixed.out()).contains("Results: results/fixed/results.csv");
        }
    }

    @Test
    void beginsNothingMoreWhenTooManyHaveFailed() {
        try (var scene = new CommandLineScene(
                root, stack("orders"), stack("invoices").going("{outcome: fail, record: 50ms}"), stack("returns"))) {
            Program.Ended ended = scene.run("import", "mappings.csv", "--max-failures", "0");

            assertThat(ended.exitCode()).isEqualTo(11);
            assertThat(scene.states()).containsExactly("IMPORTED", "FAILED", "READY");
            assertThat(scene.importsOf("returns")).isZero();
        }
    }

    @Test
    void beginsNoMoreThanTheLimitAndTheRestTheNextTime() {
        try (var scene = new CommandLineScene(root, stack("orders"), stack("invoices"))) {
            Program.Ended canary = scene.run("import", "mappings.csv", "--limit", "1");

            assertThat(canary.exitCode()).isEqualTo(75);
            assertThat(canary.out()).contains("Stopped after --limit 1. Next: run the same command again");
            assertThat(scene.states()).containsExactly("IMPORTED", "READY");

            assertThat(scene.run("import", "mappings.csv").exitCode()).isZero();
            assertThat(scene.importsOf("orders")).isEqualTo(1);
            assertThat(scene.importsOf("invoices")).isEqualTo(1);
        }
    }

    @Test
    void importsNothingAtAllWhenStrictAndARowIsRejected() {
        try (var scene =
                new CommandLineScene(root, stack("orders"), stack("invoices").differing())) {
            Program.Ended ended = scene.run("import", "mappings.csv", "--strict");

            assertThat(ended.exitCode()).isEqualTo(10);
            assertThat(ended.out()).contains("No import was started", "--strict");
            assertThat(scene.states()).containsExactly("READY", "REJECTED");
            assertThat(scene.importsOf("orders")).isZero();
        }
    }

    @Test
    void leavesTheStacksStatusOutWhenTheRecordIsToBeEnough() {
        try (var scene = new CommandLineScene(root, stack("orders").going("{outcome: keep-status, record: 50ms}"))) {
            Program.Ended ended = scene.run("import", "mappings.csv", "--completion", "record");

            assertThat(ended.exitCode()).isZero();
            assertThat(scene.states()).containsExactly("IMPORTED");
        }
    }

    @Test
    void stopsAtAnImportWithoutEndAndFollowsItFurtherTheNextTime() {
        try (var scene = new CommandLineScene(
                root,
                stack("orders").slow(),
                stack("invoices"),
                stack("returns").in("eu-west-1"))) {
            Program.Ended unresolved = scene.run("import", "mappings.csv", "--import-timeout", "2s");

            assertThat(unresolved.exitCode()).isEqualTo(75);
            assertThat(unresolved.out())
                    .contains("Lane 111122223333/eu-central-1 waits for line 2 of mappings.csv, which is UNRESOLVED:"
                            + " nothing else starts in any lane.")
                    .containsPattern(
                            "resolve mappings\\.csv --stack arn:aws:cloudformation:\\S+ --as imported\\|failed");
            assertThat(scene.states()).containsExactly("UNRESOLVED", "READY", "READY");

            scene.letTimePass(Duration.ofHours(1));

            assertThat(scene.run("import", "mappings.csv").exitCode()).isZero();
            assertThat(scene.importsOf("orders")).isEqualTo(1);
        }
    }
}
