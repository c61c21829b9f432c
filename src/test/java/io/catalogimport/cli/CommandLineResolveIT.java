package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command resolve, as an operator types it. */
class CommandLineResolveIT {
    @Test
    void endsAnUnresolvedRowAndSaysSoInTheResults(@TempDir Path root) {
        try (CommandLineScene scene = new CommandLineScene(root, stack("orders").going("hang"))) {
            scene.run("import", "mappings.csv", "--import-timeout", "1s");

            Program.Ended withoutReason = scene.run("resolve", "mappings.csv", "--line", "2", "--as", "imported");
            Program.Ended ended =
                    scene.run("resolve", "mappings.csv", "--line", "2", "--as", "imported", "--reason", "seen by me");
            Program.Ended again =
                    scene.run("resolve", "mappings.csv", "--line", "2", "--as", "failed", "--reason", "no");

            assertThat(withoutReason.exitCode()).isEqualTo(64);
            assertThat(ended.exitCode()).isEqualTo(0);
            assertThat(ended.out()).contains("Line 2: Resolved as imported by ", ": seen by me");
            assertThat(ended.err()).contains("Database: " + scene.database().url());
            assertThat(scene.states()).containsExactly("IMPORTED");
            assertThat(again.exitCode()).isEqualTo(64);
            assertThat(again.err()).contains("Line 2 is IMPORTED").hasLineCount(2);
        }
    }
}
