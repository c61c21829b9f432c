package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.sandbox.Call;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plan} finds, and that it only looks. */
class CommandLinePlanIT {
    private final Path root;

    CommandLinePlanIT(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void findsThatEveryRowCanBeImportedAndImportTakesItFromThere() {
        try (var scene = new CommandLineScene(root, stack("orders"))) {
            Program.Ended plan = scene.run("plan", "mappings.csv");

            assertThat(plan.exitCode()).isZero();
            assertThat(plan.out())
                    .contains("Plan: 1 to import.", "Next: run the same command with import instead of plan.");
            assertThat(scene.states()).containsExactly("READY");

            assertThat(scene.run("import", "mappings.csv").exitCode()).isZero();
            assertThat(scene.states()).containsExactly("IMPORTED");
        }
    }

    @Test
    void findsWhatBlocksARowAndChangesNothing() {
        try (var scene =
                new CommandLineScene(root, stack("orders"), stack("invoices").differing())) {
            Program.Ended plan = scene.run("plan", "mappings.csv");

            assertThat(plan.exitCode()).isEqualTo(10);
            assertThat(plan.out())
                    .contains("line 2      ready            orders", "line 3      rejected         invoices")
                    .contains("TEMPLATE_DIFFERS");
            assertThat(scene.states()).containsExactly("READY", "REJECTED");
            assertThat(scene.calls())
                    .extracting(Call::operation)
                    .isNotEmpty()
                    .allMatch(operation -> operation.matches("(Describe|Get|List|Search|Head).+"));
        }
    }

    @Test
    void saysOnceHowTheFileIsReadAndKeepsItInTheResults() {
        try (var scene = new CommandLineScene(root, stack("orders"))) {
            String rows = CommandLineScene.HEADER + "\n" + stack("orders").row() + "\u00A0\n# later\n";
            scene.file("semicolons.csv", rows.replace(',', ';'));

            Program.Ended plan = scene.run("plan", "semicolons.csv");

            assertThat(plan.exitCode()).isEqualTo(10);
            assertThat(plan.err()).containsOnlyOnce("The mapping file is read with ; between the fields.");
            assertThat(scene.read("results/summary.json")).contains("\"code\" : \"OTHER_SEPARATOR\"");
            assertThat(scene.read("results/results.csv"))
                    .contains(
                            "INVISIBLE_CHARACTER_REMOVED: Invisible characters around the value of provisioned_product_name")
                    .contains(",REJECTED,COMMENT_LINE,");
            assertThat(scene.read("results/remaining.csv")).isEqualTo(rows.replace(',', ';'));
        }
    }

    @Test
    void namesTheLanesOfTheRowsWhereThereAreSeveral() {
        try (var scene =
                new CommandLineScene(root, stack("orders"), stack("invoices").in("eu-west-1"))) {
            assertThat(scene.run("plan", "mappings.csv").out())
                    .contains(
                            "line 2      ready            orders (111122223333/eu-central-1)\n",
                            "line 3      ready            invoices (111122223333/eu-west-1)\n");
        }
    }

    @Test
    void saysWhatToDoWhereNothingButRejectedRowsIsLeft() {
        try (var scene = new CommandLineScene(root, stack("orders"))) {
            scene.mappingFile("mappings.csv", "orders,prod-queue,pa-one,orders");

            Program.Ended plan = scene.run("plan", "mappings.csv");

            assertThat(plan.exitCode()).isEqualTo(10);
            assertThat(plan.out())
                    .contains("Nothing is ready to be imported. Next: fix the rejected rows in ")
                    .contains("remaining.csv and run plan with that file.");
        }
    }

    @Test
    void readsNoSettingsOfAnotherSpringProgramInTheWorkingDirectory() {
        try (var scene = new CommandLineScene(root, stack("orders"))) {
            scene.file("application.yaml", "spring.flyway.enabled: false\n");

            Program.Ended plan = scene.run("plan", "mappings.csv");

            assertThat(plan.exitCode()).isZero();
            assertThat(scene.states()).containsExactly("READY");
        }
    }
}
