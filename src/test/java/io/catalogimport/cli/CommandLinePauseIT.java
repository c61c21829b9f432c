package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands pause and resume, while processes work on the run, and while none does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no signals.")
class CommandLinePauseIT {
    private static final String ME = System.getProperty("user.name") + "@";

    private final CommandLineScene scene;

    CommandLinePauseIT(@TempDir Path root) {
        scene = new CommandLineScene(
                root,
                stack("orders").slow(),
                stack("invoices"),
                stack("users").in("us-east-1").slow(),
                stack("mails").in("us-east-1"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void holdARunBetweenTwoImportsUntilItIsResumed() {
        Program running = scene.startUntilInProgress("orders", "import", "mappings.csv");

        Program.Ended pause = scene.run("pause", "mappings.csv");
        scene.letTimePass(Duration.ofHours(1));
        running.untilItSays("Paused by " + ME);

        assertThat(pause.exitCode()).isZero();
        assertThat(pause.out())
                .contains(
                        "Paused: mappings.csv (run ",
                        "Process " + running.pid() + " on host ",
                        " holds before the next import.",
                        "1 import is in flight and is followed to its end.",
                        "To go on: catalog-import resume mappings.csv");
        assertThat(scene.database().state("orders")).isEqualTo("IMPORTED");
        assertThat(scene.importsOf("invoices")).isZero();
        assertThat(transactions()).isZero();
        assertThat(scene.run("status", "mappings.csv").out()).contains(") is paused by " + ME);

        Program.Ended resume = scene.run("resume", "mappings.csv");
        running.until("the next import", () -> scene.importsOf("users") > 0);
        scene.letTimePass(Duration.ofHours(1));
        Program.Ended ended = running.end();

        assertThat(resume.exitCode()).isZero();
        assertThat(resume.out())
                .contains("Resumed: mappings.csv (run ", "had paused it at", " goes on within seconds.");
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).containsOnlyOnce("Paused by ").containsOnlyOnce("The pause is over. Imports go on.");
        assertThat(scene.states()).hasSize(4).containsOnly("IMPORTED");
    }

    @Test
    void holdEveryWorkerAndAllItsLanes() {
        List<Program> workers = Stream.of(1, 2)
                .map(worker -> scene.start("import", "mappings.csv", "--shared", "--lanes", "1", "--wait", "1m"))
                .toList();
        workers.get(0).until("an import", () -> scene.importsOf("orders") + scene.importsOf("users") > 0);
        workers.get(1)
                .until("both imports", () -> scene.importsOf("orders") + scene.importsOf("users") == 2)
                .until(
                        "orders in progress",
                        () -> scene.database().state("orders").equals("IN_PROGRESS"))
                .until(
                        "users in progress",
                        () -> scene.database().state("users").equals("IN_PROGRESS"));

        Program.Ended pause = scene.run("pause", "mappings.csv");
        scene.letTimePass(Duration.ofHours(1));
        workers.forEach(worker -> worker.untilItSays("Paused by " + ME));

        assertThat(pause.out()).contains("2 processes hold before the next import.");
        assertThat(scene.importsOf("invoices") + scene.importsOf("mails")).isZero();

        scene.run("resume", "mappings.csv");
        assertThat(workers).extracting(worker -> worker.end().exitCode()).containsOnly(0);
        assertThat(scene.importsOf("invoices") + scene.importsOf("mails")).isEqualTo(2);
    }

    /** A look at a large run may fail where the change itself is a matter of one row. */
    @Test
    void pauseARunThatCannotBeLookedAt() {
        scene.run("plan", "mappings.csv");
        scene.database()
                .jdbc()
                .sql("alter table batch_job_execution_params rename to away")
                .update();

        Program.Ended pause = scene.run("pause", "mappings.csv");

        assertThat(pause.exitCode()).isZero();
        assertThat(pause.out()).contains("Paused: mappings.csv (run ", "Who works on it could not be read. ");
        assertThat(scene.database()
                        .jdbc()
                        .sql("select count(*) from mapping_pause where resumed_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refuseAStartUntilTheRunIsResumed() {
        scene.run("plan", "mappings.csv");
        Program.Ended pause = scene.run("pause", "mappings.csv");
        Program.Ended again = scene.run("pause", "mappings.csv");

        Program.Ended refused = scene.run("import", "mappings.csv");

        assertThat(pause.out()).contains("Nobody works on it now. A start of its import ends with 75");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains(" is paused already: " + ME);
        assertThat(refused.exitCode()).isEqualTo(75);
        assertThat(refused.err())
                .contains("mappings.csv is paused: " + ME, "resume mappings.csv")
                .hasLineCount(1);
        assertThat(scene.run("plan", "mappings.csv").exitCode()).isZero();
        assertThat(scene.importsOf("orders")).isZero();
    }

    @Test
    void outliveTheProcessThatWasHeld() {
        Program running = scene.startUntilInProgress("orders", "import", "mappings.csv");
        scene.run("pause", "mappings.csv");
        scene.letTimePass(Duration.ofHours(1));
        running.untilItSays("Paused by ").kill();

        Program.Ended refused = scene.run("import", "mappings.csv");
        Program.Ended resumed = scene.run("resume", "mappings.csv");
        Program next = scene.start("import", "mappings.csv");
        next.until("the import of users", () -> scene.importsOf("users") > 0);
        scene.letTimePass(Duration.ofHours(1));

        assertThat(refused.exitCode()).isEqualTo(75);
        assertThat(resumed.out()).contains("Nobody works on it now. To go on: catalog-import import mappings.csv");
        assertThat(next.end().exitCode()).isZero();
        assertThat(scene.importsOf("orders")).isEqualTo(1);
        assertThat(scene.states()).hasSize(4).containsOnly("IMPORTED");
    }

    @Test
    void letCtrlCEndARunThatHolds() {
        Program running = scene.startUntilInProgress("orders", "import", "mappings.csv");
        scene.run("pause", "mappings.csv");
        scene.letTimePass(Duration.ofHours(1));
        running.untilItSays("Paused by ");

        Program.Ended stopped = running.signal("INT").end();

        assertThat(stopped.exitCode()).isEqualTo(130);
        assertThat(stopped.out()).contains("Stopped as requested.");
        assertThat(scene.states()).containsExactly("IMPORTED", "READY", "READY", "READY");
        assertThat(scene.database().executions()).containsExactly("STOPPED");
    }

    @Test
    void sayThatThereIsNothingToPauseOrResume() {
        Program.Ended notStarted = scene.run("pause", "mappings.csv");
        scene.run("plan", "mappings.csv");
        Program.Ended notPaused = scene.run("resume", "mappings.csv");

        assertThat(notStarted.exitCode()).isEqualTo(66);
        assertThat(notStarted.err()).contains("There is no run of mappings.csv").hasLineCount(1);
        assertThat(notPaused.exitCode()).isZero();
        assertThat(notPaused.out()).contains("is not paused.");
    }

    /** Of the program, at this moment. */
    private long transactions() {
        return scene.database()
                .jdbc()
                .sql("select count(*) from pg_stat_activity where usename = 'operator' and xact_start is not null")
                .query(Long.class)
                .single();
    }
}
