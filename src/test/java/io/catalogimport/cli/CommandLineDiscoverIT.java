package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.sandbox.Call;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code discover} writes, and that {@code plan} and {@code import} take it as it is. */
class CommandLineDiscoverIT {
    private final Path root;

    CommandLineDiscoverIT(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void writesAFileThatIsImportedAsItIs() {
        try (var scene =
                new CommandLineScene(root, stack("orders"), stack("invoices").differing())) {
            Program.Ended discover = scene.run("discover", "--out", "found.csv");

            assertThat(discover.exitCode()).as(discover.err()).isZero();
            assertThat(discover.out())
                    .contains("Proposed: 1 (1 identical, 0 equivalent), in found.csv.")
                    .contains("No match: 1 (0 near, 1 none, 0 ambiguous), in unmatched.csv.");
            assertThat(scene.calls())
                    .extracting(Call::operation)
                    .isNotEmpty()
                    .allMatch(operation -> operation.matches("(Describe|Get|List|Search|Head).+"));

            assertThat(scene.run("import", "found.csv").exitCode()).isZero();
            assertThat(scene.states()).containsExactly("IMPORTED");
        }
    }

    @Test
    void replacesNoFileThatIsThereAndAddsToItOnlyWhatIsNew() {
        try (var scene = new CommandLineScene(root, stack("orders"), stack("invoices"))) {
            scene.mappingFile("found.csv", stack("orders").row());
            String before = scene.read("found.csv");

            Program.Ended refused = scene.run("discover", "--out", "found.csv");
            assertThat(refused.exitCode()).isEqualTo(64);
            assertThat(refused.err()).contains("found.csv exists already").contains("--append");
            assertThat(scene.read("found.csv")).isEqualTo(before);

            assertThat(scene.run("discover", "--out", "found.csv", "--append").exitCode())
                    .isZero();
            assertThat(scene.read("found.csv")).startsWith(before).contains("stack/invoices/");
            assertThat(scene.read("found.csv").lines()).hasSize(3);

            assertThat(scene.run("discover", "--out", "found.csv", "--force").exitCode())
                    .isZero();
            assertThat(scene.read("found.csv")).startsWith("stack_arn,").contains(",confidence,");
        }
    }

    @Test
    void namesTheAccountThatCannotBeLookedAtAndGoesOn() {
        try (var scene = new CommandLineScene(root, stack("orders"))) {
            scene.file("accounts.txt", SceneStack.ACCOUNT + " # ours\n\n222233334444\n");

            Program.Ended discover = scene.run(
                    "discover", "--out", "found.csv", "--accounts-file", "accounts.txt", "--region", "eu-central-1");

            assertThat(discover.exitCode()).as(discover.err()).isEqualTo(10);
            assertThat(discover.out()).contains("Not looked at: 222233334444/eu-central-1", "--role-name");
            assertThat(scene.read("found.csv")).contains("stack/orders/");
        }
    }
}
