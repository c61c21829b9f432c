package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command handover, as somebody or a script has it. */
class CommandLineHandoverIT {
    private static final String OPERATIONS = "arn:aws:iam::111122223333:role/Operations";

    private final CommandLineScene scene;
    private final Program.Ended imported;

    CommandLineHandoverIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders"));
        imported = scene.run("import", "mappings.csv");
        assertThat(imported.exitCode()).isZero();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void handsNothingOverUnaskedWithoutATerminalAndTellsScriptsInJson() {
        Program.Ended refused = scene.run("handover", "mappings.csv", "--owner", OPERATIONS);
        Program.Ended handover =
                scene.run("handover", "mappings.csv", "--owner", OPERATIONS, "--yes", "--output", "json");

        assertThat(imported.out())
                .containsPattern("arn:aws:\\S+ owns what this start imported\\..* handover mappings.csv --owner ARN");
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.err()).contains("There is no terminal to ask on: add --yes to hand over");
        assertThat(handover.exitCode()).isZero();
        assertThat(handover.out())
                .contains(
                        "\"version\" : 1",
                        "\"owner\" : \"" + OPERATIONS + "\"",
                        "\"end\" : \"HANDED_OVER\"",
                        "\"exitCode\" : 0",
                        "\"error\" : null");
    }
}
