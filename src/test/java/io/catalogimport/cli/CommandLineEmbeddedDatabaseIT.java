package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.UnpackedServer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program without SPRING_DATASOURCE_URL, on the PostgreSQL that it brings along. */
class CommandLineEmbeddedDatabaseIT {
    private final CommandLineScene scene;

    CommandLineEmbeddedDatabaseIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders").slow());
        scene.unset("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void goesOnAfterItWasKilledAndLeavesNoServerBehind() throws IOException {
        UnpackedServer.putInto(scene.directory().resolve(".catalog-import"));
        Path serverFile = scene.directory().resolve(".catalog-import/postgresql/postmaster.pid");
        try (Program killed = scene.start("import", "mappings.csv")) {
            killed.until("the import", () -> scene.importsOf("orders") > 0);
        }
        long orphan = Long.parseLong(Files.readAllLines(serverFile).get(0).strip());
        assertThat(ProcessHandle.of(orphan)).isPresent();
        assertThat(Path.of("/proc/" + orphan + "/environ")).content().doesNotContain("AWS_", "SPRING_", Program.SECRET);
        scene.letTimePass(Duration.ofHours(1));

        Program.Ended finished = scene.run("import", "mappings.csv", "--debug");

        assertThat(finished.exitCode()).isZero();
        assertThat(finished.err()).doesNotContain(scene.read(".catalog-import/password"), Program.SECRET);
        assertThat(finished.err()).contains("An earlier start of this run died. Continuing from: ");
        assertThat(scene.states()).containsExactly("IMPORTED");
        assertThat(scene.importsOf("orders")).isEqualTo(1);
        assertThat(ProcessHandle.of(orphan)).isEmpty();
        assertThat(serverFile).doesNotExist();
    }

    @Test
    void reportUsesTheServerOfTheProcessThatImports() throws IOException {
        UnpackedServer.putInto(scene.directory().resolve(".catalog-import"));
        try (Program importing = scene.start("import", "mappings.csv")) {
            importing.until("the import", () -> scene.importsOf("orders") > 0);

            Program.Ended report = scene.run("report", "mappings.csv");

            assertThat(report.exitCode()).isZero();
            assertThat(scene.read("results/report.html")).contains("The run is not over");
        }
    }

    @Test
    void reportMakesNoDatabaseOnlyToFindNoRun() {
        Program.Ended report = scene.run("report", "mappings.csv");

        assertThat(report.exitCode()).isEqualTo(66);
        assertThat(report.err()).contains("There is no run of mappings.csv in the database");
        assertThat(scene.directory().resolve(".catalog-import")).doesNotExist();
        assertThat(scene.directory().resolve("results")).doesNotExist();
    }

    @Test
    void oneProcessAtATimeMayUseAStateDirectory() throws IOException {
        Path stateDirectory = Files.createDirectory(scene.directory().resolve("state"));
        try (FileChannel file = FileChannel.open(
                        stateDirectory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            Program.Ended second = scene.run("import", "mappings.csv", "--state-dir", "state");

            assertThat(lock.isValid()).isTrue();
            assertThat(second.exitCode()).isEqualTo(75);
            assertThat(second.err()).contains("state").hasLineCount(1);
        }
    }
}
