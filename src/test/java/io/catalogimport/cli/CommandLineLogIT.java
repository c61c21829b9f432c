package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineLogIT {
    private final Path root;

    CommandLineLogIT(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void everyLineOfAJsonLogIsJson() {
        try (CommandLineScene scene = new CommandLineScene(root, stack("orders"))) {
            Program.Ended ended = scene.run("import", "mappings.csv", "--log-format", "json");

            JsonMapper json = new JsonMapper();
            List<JsonNode> lines = ended.err().lines().map(json::readTree).toList();
            assertThat(lines).anySatisfy(line -> {
                assertThat(line.at("/message").asString()).contains("orders: imported in ");
                assertThat(line.at("/line").asString()).isEqualTo("2");
                assertThat(line.at("/stack").asString()).isEqualTo("orders");
                assertThat(line.at("/record").asString()).startsWith("rec-");
                assertThat(line.at("/service/node/name").asString()).contains("/");
            });
        }
    }

    @Test
    void saysWhichDatabaseIsUsedWithoutWhatFollowsTheQuestionMark() {
        try (CommandLineScene scene = new CommandLineScene(root, stack("orders"))) {
            Program.Ended ended = scene.run("import", "mappings.csv");

            assertThat(ended.err())
                    .containsOnlyOnce("Database: jdbc:postgresql://")
                    .doesNotContainPattern("Database: \\S+\\?");
        }
    }
}
