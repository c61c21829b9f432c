package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command prune, on a database with runs that were last used long ago. */
class CommandLinePruneIT {
    private static final String[] PRUNE = {"prune", "--older-than", "90d", "--yes"};

    private final CommandLineScene scene;

    CommandLinePruneIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders"), stack("invoices").slow(), stack("users"));
        scene.mappingFile("done.csv", stack("orders").row());
        scene.mappingFile("left.csv", stack("users").row());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void removesARunWhoseImportsAreFoundInAwsAfterwards() {
        assertThat(scene.run("import", "done.csv").exitCode()).isZero();
        letMonthsPass();

        Program.Ended look = scene.run("prune", "--older-than", "12w", "--dry-run");
        long before = runs();
        Program.Ended prune = scene.run(PRUNE);

        assertThat(look.exitCode()).isZero();
        assertThat(look.out())
                .contains("To remove, because the last use was before", "done.csv (run ", ": 1 row, first started")
                .contains("Nothing was removed, because of --dry-run.");
        assertThat(before).isEqualTo(1);
        assertThat(prune.exitCode()).isZero();
        assertThat(prune.out()).contains("Removed: done.csv (run ", "1 run with 1 row removed.");
        assertThat(runs()).isZero();
        assertThat(scene.database().executions()).isEmpty();

        assertThat(scene.run("import", "done.csv").exitCode()).isZero();
        assertThat(scene.database().state("orders")).isEqualTo("ALREADY_IMPORTED");
        assertThat(scene.importsOf("orders")).isEqualTo(1);
    }

    @Test
    void keepsWhatIsRecentPausedOrInFlightAndSaysWhy() {
        scene.run("plan", "done.csv");
        Program running = scene.startUntilInProgress("invoices", "import", "mappings.csv");
        letMonthsPass();
        Program.Ended inUse = scene.run(PRUNE);
        running.kill();
        letMonthsPass();
        Program.Ended inFlight = scene.run(PRUNE);
        scene.run("plan", "left.csv");
        scene.run("pause", "left.csv");
        letMonthsPass();
        Program.Ended paused = scene.run(PRUNE);
        scene.run("resume", "left.csv");
        Program.Ended recent = scene.run(PRUNE);

        assertThat(List.of(inUse, inFlight, paused, recent))
                .extracting(Program.Ended::exitCode)
                .containsOnly(0);
        assertThat(inUse.out())
                .contains("Removed: done.csv", "Kept: mappings.csv (run ")
                .contains("process " + running.pid() + " on host ");
        assertThat(inFlight.out())
                .contains("There is nothing to remove", "Kept: mappings.csv (run ", "1 import is in flight.");
        assertThat(paused.out())
                .contains("Kept: left.csv (run ", System.getProperty("user.name") + "@", " has paused it.");
        assertThat(recent.out()).contains("There is nothing to remove", "Kept: 1 run that was used later.");
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void keepsARunThatUndoHasReleasedRowsOf() {
        scene.run("import", "done.csv");
        scene.run("undo", "done.csv", "--yes");
        letMonthsPass();

        Program.Ended prune = scene.run(PRUNE);

        assertThat(prune.out()).contains("Kept: done.csv (run ", "undo has released 1 row of it");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void removesNothingUnaskedWithoutATerminal() {
        scene.run("plan", "done.csv");
        letMonthsPass();

        Program.Ended refused = scene.run("prune", "--older-than", "90d");

        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.err()).contains("add --yes to remove runs, or --dry-run to see which ones");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void saysThatAnEmptyDatabaseHasNothingToRemove() {
        Program.Ended ended = scene.run(PRUNE);

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("There is nothing to remove: no finished run was last used before");
    }

    private long runs() {
        return scene.database()
                .jdbc()
                .sql("select count(*) from mapping_run")
                .query(Long.class)
                .single();
    }

    /** Everything that has happened has happened half a year earlier. */
    private void letMonthsPass() {
        List.of(
                        "update mapping_run set created_at = created_at - interval '180 days'",
                        "update mapping_start set started_at = started_at - interval '180 days',"
                                + " resumed_at = resumed_at - interval '180 days',"
                                + " ended_at = ended_at - interval '180 days'",
                        "update mapping_pause set paused_at = paused_at - interval '180 days'",
                        "update mapping_ledger set validated_at = validated_at - interval '180 days',"
                                + " started_at = started_at - interval '180 days',"
                                + " finished_at = finished_at - interval '180 days',"
                                + " released_at = released_at - interval '180 days'",
                        "update batch_job_execution set create_time = create_time - interval '180 days',"
                                + " start_time = start_time - interval '180 days',"
                                + " end_time = end_time - interval '180 days',"
                                + " last_updated = last_updated - interval '180 days'")
                .forEach(statement -> scene.database().jdbc().sql(statement).update());
    }
}
