package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.sandbox.Call;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code verify} prints, writes and exits with. */
class CommandLineVerifyIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path root;

    CommandLineVerifyIT(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void saysWhetherTheImportIsStillTrueAndChangesNothing() {
        try (var scene =
                new CommandLineScene(root, stack("orders"), stack("invoices").differing())) {
            scene.run("import", "mappings.csv");
            int before = scene.calls().size();

            Program.Ended verify = scene.run("verify", "mappings.csv");

            assertThat(verify.exitCode()).as(verify.err()).isZero();
            assertThat(verify.out())
                    .contains("Verified 1 imported row: 1 match, 0 differ, 0 could not be checked.")
                    .contains("Not imported, so not compared: 1 REJECTED.")
                    .contains("All rows: results/verify.csv");
            assertThat(scene.read("results/verify.csv").lines()).hasSize(2);
            assertThat(scene.calls().stream().skip(before))
                    .extracting(Call::operation)
                    .isNotEmpty()
                    .allMatch(operation -> operation.matches("(Describe|Get|List|Search).+"));

            scene.faults("calls: [{fault: deny, services: [servicecatalog]}]");
            Program.Ended refused = scene.run("verify", "mappings.csv", "--output", "json");
            assertThat(refused.exitCode()).isEqualTo(77);
            JsonNode document = JSON.readTree(refused.out());
            assertThat(document.at("/version").asInt()).isEqualTo(1);
            assertThat(document.at("/rows/NOT_CHECKED").asInt()).isEqualTo(1);
            assertThat(document.at("/codes/ACCESS_DENIED").asInt()).isEqualTo(1);
            assertThat(document.at("/first/0/line").asInt()).isEqualTo(2);
        }
    }

    @Test
    void hasTheSameMembersWhenItFails() {
        try (var scene = new CommandLineScene(root, stack("orders"))) {
            Program.Ended verify = scene.run("verify", "missing.csv", "--output", "json");

            assertThat(verify.exitCode()).isEqualTo(66);
            JsonNode document = JSON.readTree(verify.out());
            assertThat(document.propertyNames())
                    .containsExactlyElementsOf(Arrays.stream(VerifyDocument.class.getRecordComponents())
                            .map(RecordComponent::getName)
                            .toList());
            assertThat(document.at("/error").asString()).contains("missing.csv");
        }
    }
}
