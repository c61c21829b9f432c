package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.UnpackedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command status, in another shell than the run. */
class CommandLineStatusIT {
    private final CommandLineScene scene;

    CommandLineStatusIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders").slow(), stack("invoices"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void showsARunThatIsGoingOn() {
        Program running = scene.startUntilInProgress("orders", "import", "mappings.csv");

        Program.Ended all = scene.run("status");
        Program.Ended one = scene.run("status", "mappings.csv");

        assertThat(all.exitCode()).isZero();
        assertThat(all.out()).containsPattern("running .* 2 +0 +1 +1 +0  mappings.csv");
        assertThat(one.exitCode()).isZero();
        assertThat(one.out())
                .contains(") is running: import since ", "Process " + running.pid() + " on host ", " orders");
        assertThat(one.err()).isEmpty();
        assertThat(running.isAlive()).isTrue();
    }

    @Test
    void isTheSameForScripts() {
        scene.startUntilInProgress("orders", "import", "mappings.csv");

        JsonNode status = JsonMapper.shared()
                .readTree(
                        scene.run("status", "mappings.csv", "--output", "json").out());

        assertThat(status.get("version").asInt()).isEqualTo(1);
        assertThat(status.get("error").isNull()).isTrue();
        assertThat(status.at("/runs/0/state").asString()).isEqualTo("RUNNING");
        assertThat(status.at("/runs/0/rows/IN_PROGRESS").asInt()).isEqualTo(1);
        assertThat(status.at("/detail/lanes/0/current/line").asInt()).isEqualTo(2);
    }

    @Test
    void saysHowARunEnded() {
        scene.startUntilInProgress("orders", "import", "mappings.csv").kill();

        Program.Ended died = scene.run("status", "mappings.csv");
        scene.letTimePass(Duration.ofHours(1));
        scene.run("import", "mappings.csv");
        Program.Ended complete = scene.run("status");

        assertThat(died.exitCode()).isZero();
        assertThat(died.out()).contains("is not running. Its last start, at ", " was killed; the next one continues.");
        assertThat(complete.out()).contains("complete", "mappings.csv");
    }

    @Test
    void saysThatThereIsNoRun() {
        Program.Ended none = scene.run("status");
        Program.Ended notStarted = scene.run("status", "mappings.csv");
        Program.Ended noFile = scene.run("status", "nothing.csv", "--output", "json");

        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).contains("There are no runs");
        assertThat(notStarted.exitCode()).isEqualTo(66);
        assertThat(notStarted.err()).contains("There is no run of mappings.csv").hasLineCount(1);
        assertThat(noFile.exitCode()).isEqualTo(66);
        assertThat(JsonMapper.shared().readTree(noFile.out()).get("error").asString())
                .contains("There is no file nothing.csv");
    }

    @Test
    void findsTheRunOfAFileThatWasEditedByItsDigest() {
        scene.run("plan", "mappings.csv");
        scene.mappingFile("mappings.csv", stack("orders").row());

        Program.Ended edited = scene.run("status", "mappings.csv");
        String digest = edited.err().replaceFirst("(?s).*since its last run, ([0-9a-f]{8}).*", "$1");
        Program.Ended found = scene.run("status", digest);

        assertThat(edited.exitCode()).isEqualTo(66);
        assertThat(found.exitCode()).isZero();
        assertThat(found.out()).contains("2 rows: ");
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        scene.set("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/nothing");

        Program.Ended ended = scene.run("status", "--output", "json");

        assertThat(ended.exitCode()).isEqualTo(69);
        assertThat(ended.err()).contains("The database cannot be reached").hasLineCount(1);
        assertThat(JsonMapper.shared().readTree(ended.out()).get("database").asString())
                .isEqualTo("jdbc:postgresql://127.0.0.1:1/nothing");
    }

    @Test
    void looksIntoTheEmbeddedDatabaseWhetherItIsRunningOrNot() {
        scene.unset("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
        Path state = scene.directory().resolve(".catalog-import");

        Program.Ended before = scene.run("status");

        assertThat(before.exitCode()).isZero();
        assertThat(state).doesNotExist();

        UnpackedServer.putInto(state);
        Program running = scene.start("import", "mappings.csv");
        running.until("the import", () -> scene.importsOf("orders") > 0);
        Program.Ended during = scene.run("status", "mappings.csv");
        running.signal("TERM").end();
        Program.Ended after = scene.run("status", "mappings.csv");

        assertThat(during.out()).contains("is running: import since ");
        assertThat(after.out()).contains("is not running. Its last start, at ", " ended with STOPPED.");
        assertThat(state.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void printsALineForEachChangeWhileItWatches() {
        Program watch = scene.start("status", "--watch");
        watch.untilItPrints("There are no runs");
        Program running = scene.startUntilInProgress("orders", "import", "mappings.csv");
        watch.untilItPrints("running: 0 of 2 done, 1 in flight, 1 left");

        scene.letTimePass(Duration.ofHours(1));
        running.end();

        watch.untilItPrints("complete: 2 of 2 done");
        assertThat(Files.exists(scene.directory().resolve("results"))).isTrue();
    }
}
