package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** However the program ends in the middle of an import, the next start goes on, and no stack is imported twice. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no signals.")
class CommandLineStopIT {
    private final CommandLineScene scene;

    CommandLineStopIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders").slow(), stack("invoices"));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void stopsOnSigtermAndGoesOnTheNextTime() {
        Program.Ended stopped = stoppedBy("TERM");

        assertThat(stopped.exitCode()).isEqualTo(143);
        assertThat(stopped.out())
                .contains("Line 2 of mappings.csv is still IN_PROGRESS in AWS; the next start follows it to its end.");
        assertThat(stopped.out()).contains("Stopped as requested. Next: run the same command again to continue.");
        assertThat(scene.states()).containsExactly("IN_PROGRESS", "READY");
        assertThat(scene.results().get(0).get("record_id")).startsWith("rec-");
        assertThat(scene.database().executions()).containsExactly("STOPPED");

        Program.Ended finished = finish();

        assertThat(finished.exitCode()).isZero();
        assertThat(scene.database().executions()).containsExactly("STOPPED", "COMPLETED");
    }

    @Test
    void leavesWhatWasKnownWhenItIsKilled() {
        Program killed = scene.startUntilInProgress("orders", "import", "mappings.csv")
                .until("fresh results", () -> scene.directory()
                        .resolve("results/summary.json")
                        .toFile()
                        .exists());
        killed.kill();

        assertThat(scene.states()).containsExactly("IN_PROGRESS", "READY");
        assertThat(scene.read("results/summary.json"))
                .containsPattern("\"outcome\" *: *null")
                .containsPattern("\"obstacles\" *: *\\[ *\\]");
        assertThat(scene.read("results/report.html")).contains("The run is not over");
    }

    @Test
    void reportSaysThatItWasKilled() {
        stoppedBy("KILL");

        Program.Ended report = scene.run("report", "mappings.csv");

        assertThat(report.exitCode()).isZero();
        assertThat(scene.states()).containsExactly("IN_PROGRESS", "READY");
        assertThat(scene.read("results/summary.json"))
                .containsPattern("\"outcome\" *: *null")
                .containsPattern("\"died\" *: *true");
        assertThat(scene.read("results/report.html")).contains("it was killed, or its machine failed");
    }

    @Test
    void stopsOnCtrlC() {
        Program.Ended stopped = stoppedBy("INT");

        assertThat(stopped.exitCode()).isEqualTo(130);
        assertThat(scene.states()).containsExactly("IN_PROGRESS", "READY");
        assertThat(scene.database().executions()).containsExactly("STOPPED");
    }

    @Test
    void stopsWhenTheTerminalGoesAway() {
        Program.Ended stopped = stoppedBy("HUP");

        assertThat(stopped.exitCode()).isEqualTo(129);
        assertThat(scene.states()).containsExactly("IN_PROGRESS", "READY");
        assertThat(scene.database().executions()).containsExactly("STOPPED");
    }

    @Test
    void endsAtOnceOnASecondCtrlC() {
        // AWS accepts connections and never answers, so that the first Ctrl-C takes its time.
        Program program = scene.startUntilInProgress("orders", "import", "mappings.csv");
        scene.faults("calls: [{fault: hang-before}]");
        long callsBefore = scene.calls().size();
        program.until("a call that hangs", () -> scene.calls().size() > callsBefore);
        program.signal("INT").untilItSays("Ctrl-C again ends the process at once");
        long secondAt = System.nanoTime();

        Program.Ended ended = program.signal("INT").end();

        assertThat(Duration.ofNanos(System.nanoTime() - secondAt)).isLessThan(Duration.ofSeconds(2));
        assertThat(ended.exitCode()).isEqualTo(130);
        assertThat(scene.database().executions()).containsExactly("STARTED");

        scene.faults("{}");
        assertThat(finish().exitCode()).isZero();
    }

    @Test
    void freesItsLaneAtOnceForAProcessThatWaitsWhenItIsKilled() {
        scene.mappingFile("invoices.csv", stack("invoices").row());
        Program first = scene.startUntilInProgress("orders", "import", "mappings.csv");
        Program second = scene.start("import", "invoices.csv", "--wait", "50s").untilItSays("is importing in");
        scene.letTimePass(Duration.ofHours(1));

        first.signal("KILL").end();

        assertThat(second.end().exitCode()).isZero();
        assertThat(scene.importsOf("invoices")).isEqualTo(1);
    }

    @Test
    void goesOnAfterItWasKilled() {
        Program.Ended killed = stoppedBy("KILL");

        assertThat(killed.exitCode()).isEqualTo(137);
        assertThat(scene.database().executions()).containsExactly("STARTED");

        Program.Ended finished = finish();

        assertThat(finished.exitCode()).isZero();
        assertThat(finished.err()).contains("An earlier start of this run died. Continuing from: ");
        assertThat(scene.database().executions()).containsExactly("FAILED", "COMPLETED");
    }

    private Program.Ended stoppedBy(String signal) {
        Program program = scene.startUntilInProgress("orders", "import", "mappings.csv");
        long signalledAt = System.nanoTime();

        Program.Ended ended = program.signal(signal).end();

        assertThat(Duration.ofNanos(System.nanoTime() - signalledAt)).isLessThan(Duration.ofSeconds(10));
        return ended;
    }

    /** Starts the program again, after AWS has finished what it was doing. */
    private Program.Ended finish() {
        scene.letTimePass(Duration.ofHours(1));
        Program.Ended ended = scene.run("import", "mappings.csv");
        assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
        assertThat(scene.importsOf("orders")).isEqualTo(1);
        assertThat(scene.importsOf("invoices")).isEqualTo(1);
        return ended;
    }
}
