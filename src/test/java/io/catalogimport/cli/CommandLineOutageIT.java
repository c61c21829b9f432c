package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away while AWS is importing a stack. */
class CommandLineOutageIT {
    private final CommandLineScene scene;
    private final DatabaseRelay relay;

    CommandLineOutageIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stack("orders").slow(), stack("invoices"));
        relay = new DatabaseRelay(scene.database().port());
        scene.set("SPRING_DATASOURCE_URL", scene.database().url(relay.port()));
    }

    @AfterEach
    void close() {
        scene.close();
        relay.close();
    }

    @Test
    void isWaitedForAndTheRunGoesOn() {
        Program program = scene.startUntilInProgress("orders", "import", "mappings.csv");
        relay.goAway();
        scene.letTimePass(Duration.ofHours(1));
        program.untilItSays("The database cannot be reached. No import begins until it is back");

        assertThat(scene.importsOf("invoices")).isZero();
        relay.comeBack();
        Program.Ended ended = program.end();

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).containsOnlyOnce("The database is back after ");
        assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
        assertThat(scene.importsOf("orders")).isEqualTo(1);
        assertThat(scene.importsOf("invoices")).isEqualTo(1);
        assertThat(scene.database().executions()).endsWith("COMPLETED").doesNotContain("STARTED", "UNKNOWN");
    }

    /** A start of a paused run is refused, but this one began before the pause. */
    @Test
    void isWaitedForDuringAPauseAndTheRunGoesOnWhenItIsResumed() {
        Program program = scene.startUntilInProgress("orders", "import", "mappings.csv");
        assertThat(scene.run("pause", "mappings.csv").exitCode()).isZero();
        scene.letTimePass(Duration.ofHours(1));
        program.untilItSays("Paused by ");
        relay.goAway();
        program.untilItSays("The database cannot be reached. No import begins until it is back");
        relay.comeBack();
        program.untilItSays("The database is back after ");

        assertThat(scene.importsOf("invoices")).isZero();
        assertThat(scene.run("resume", "mappings.csv").exitCode()).isZero();
        Program.Ended ended = program.end();

        assertThat(ended.exitCode()).isZero();
        assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
        assertThat(scene.importsOf("invoices")).isEqualTo(1);
    }

    @Test
    void isGivenUpAfterTheTimeLimit() {
        Program program = scene.startUntilInProgress("orders", "import", "mappings.csv", "--db-timeout", "2s");
        relay.goAway();
        scene.letTimePass(Duration.ofHours(1));

        Program.Ended ended = program.end();

        assertThat(ended.exitCode()).isEqualTo(69);
        assertThat(ended.err()).contains("The database cannot be reached: ", "(jdbc:postgresql://", "nothing is lost");
        assertThat(scene.importsOf("invoices")).isZero();

        relay.comeBack();
        assertThat(scene.run("import", "mappings.csv").exitCode()).isZero();
        assertThat(scene.importsOf("orders")).isEqualTo(1);
    }

    @Test
    void aFailOverToAStandbyIsWaitedFor() {
        Program program = scene.startUntilInProgress("orders", "import", "mappings.csv");
        scene.database().takeNoChanges();
        scene.letTimePass(Duration.ofHours(1));
        program.untilItSays("The database cannot be reached. No import begins until it is back");

        assertThat(scene.importsOf("invoices")).isZero();
        scene.database().takeChangesAgain();
        Program.Ended ended = program.end();

        assertThat(ended.exitCode()).isZero();
        assertThat(scene.importsOf("orders")).isEqualTo(1);
        assertThat(scene.importsOf("invoices")).isEqualTo(1);
        assertThat(scene.database().executions()).endsWith("COMPLETED").doesNotContain("STARTED", "UNKNOWN");
    }

    @Test
    void takesTheLocksAgainBeforeTheNextImport() {
        Program program = scene.startUntilInProgress("orders", "import", "mappings.csv");
        scene.database()
                .jdbc()
                .sql("select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname = current_database())")
                .query(Boolean.class)
                .list();
        scene.letTimePass(Duration.ofHours(1));

        // Whether AWS got the request that was being made is only certain a minute after it.
        assertThat(program.endsWithin(Duration.ofMinutes(2))).isTrue();
        Program.Ended ended = program.end();

        assertThat(ended.exitCode()).isZero();
        assertThat(scene.importsOf("orders")).isEqualTo(1);
        assertThat(scene.importsOf("invoices")).isEqualTo(1);
        assertThat(scene.database().executions()).endsWith("COMPLETED");
    }
}
