package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.sandbox.Call;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From the stacks that {@code discover} finds no version for to rows that {@code import} takes. */
class CommandLinePrepareIT {
    private static final String[] PLAN = {
        "prepare", "unmatched.csv", "--product", "queue", "--out", "found.csv", "--append"
    };
    private static final String[] APPLY = {
        "prepare", "unmatched.csv", "--product", "queue", "--out", "found.csv", "--append", "--apply", "--yes"
    };

    private final CommandLineScene scene;

    CommandLinePrepareIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders"), stack("invoices").differing());
    }

    @BeforeEach
    void discover() {
        assertThat(scene.run("discover", "--out", "found.csv").exitCode()).isZero();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void changesNothingWithoutApply() {
        String before = scene.read("found.csv");

        Program.Ended plan = scene.run(PLAN);

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out())
                .contains(
                        "in product queue (prod-queue): 1 stack of 111122223333/eu-central-1 (the first is invoices)",
                        "Nothing was changed in AWS. Add --apply to make the versions and write the rows to found.csv.");
        assertThat(tokens()).isEmpty();
        assertThat(scene.read("found.csv")).isEqualTo(before);
    }

    @Test
    void makesNothingUnaskedWithoutATerminal() {
        Program.Ended refused = scene.run(
                "prepare", "unmatched.csv", "--product", "queue", "--out", "found.csv", "--append", "--apply");

        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.err()).contains("add --yes to make versions, or leave --apply out");
        assertThat(tokens()).isEmpty();
    }

    @Test
    void makesTheVersionAndWritesARowThatIsImportedAsItIs() {
        Program.Ended apply = scene.run(APPLY);

        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(apply.out()).contains("Made: version pa-", " of product prod-queue for 1 stack.");
        assertThat(scene.run("import", "found.csv").exitCode()).isZero();
        assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
        assertThat(scene.importsOf("invoices")).isEqualTo(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no signals.")
    void goesOnAfterItWasKilledAndMakesNoVersionTwice() {
        scene.start(APPLY).until("a version", () -> !tokens().isEmpty()).kill();

        Program.Ended again = scene.run(APPLY);

        assertThat(again.exitCode()).as(again.err()).isZero();
        // A request that is repeated has the token of the first one.
        assertThat(tokens().stream().distinct()).hasSize(1);
        assertThat(scene.read("found.csv").lines())
                .filteredOn(row -> row.contains("stack/invoices/"))
                .hasSize(1);
    }

    /** The tokens with which AWS was asked to make a version. */
    private List<String> tokens() {
        return scene.calls().stream()
                .filter(call -> call.operation().equals("CreateProvisioningArtifact"))
                .map(Call::parameters)
                .map(parameters -> parameters.get("IdempotencyToken"))
                .toList();
    }
}
