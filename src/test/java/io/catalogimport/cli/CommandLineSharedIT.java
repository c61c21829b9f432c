package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several processes share a run, as the pods of a Job do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no signals.")
class CommandLineSharedIT {
    private static final List<String> REGIONS =
            List.of("eu-central-1", "eu-west-1", "us-east-1", "us-east-2", "us-west-2", "ap-southeast-1");
    private static final int WORKERS = 3;

    private final SceneStack[] stacks = REGIONS.stream()
            .flatMap(region -> Stream.of("orders", "invoices")
                    .map(name -> stack(name + "-" + region).in(region).going("{record: 400ms, stack: 800ms}")))
            .toArray(SceneStack[]::new);
    private final CommandLineScene scene;

    CommandLineSharedIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stacks);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void importEachStackOnceThoughOneIsKilledAndNotStartedAgain() {
        List<Program> workers = IntStream.range(0, WORKERS)
                .mapToObj(worker -> scene.start("import", "mappings.csv", "--lanes", "2", "--shared", "--wait", "2m"))
                .toList();
        workers.get(1).until("an import of each worker", this::eachWorkerHasBegun);
        workers.get(1).signal("KILL").end();

        // Where the killed one was just asking for an import, it takes a minute until that is known not to have begun.
        workers.forEach(worker -> worker.endsWithin(Duration.ofMinutes(2)));
        List<Program.Ended> others =
                List.of(workers.get(0).end(), workers.get(2).end());

        assertThat(others).extracting(Program.Ended::exitCode).containsOnly(0);
        assertThat(others).anySatisfy(last -> assertThat(last.out()).contains("Every row is imported."));
        assertThat(stacks).allSatisfy(stack -> assertThat(scene.importsOf(stack.name()))
                .as(stack.name())
                .isEqualTo(1));
        assertThat(scene.states()).hasSize(stacks.length).containsOnly("IMPORTED");
        assertThat(scene.database().executions()).doesNotContain("STARTED", "UNKNOWN");
    }

    @Test
    void needADatabaseThatAllCanUse() {
        scene.unset("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");

        Program.Ended alone = scene.run("import", "mappings.csv", "--shared");

        assertThat(alone.exitCode()).isEqualTo(78);
        assertThat(alone.err()).contains("--shared needs a database that all workers can use");
    }

    private boolean eachWorkerHasBegun() {
        boolean hasTables = scene.database()
                .jdbc()
                .sql("select to_regclass('mapping_start') is not null")
                .query(Boolean.class)
                .single();
        return hasTables
                && scene.database()
                        .jdbc()
                        .sql("select count(distinct backend) = ? from lock_holder where name like 'lane %'")
                        .param(WORKERS)
                        .query(Boolean.class)
                        .single();
    }
}
