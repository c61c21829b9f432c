package io.catalogimport.cli;

import static io.catalogimport.cli.SceneStack.stack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several processes share the lanes of one file, as the pods of an Indexed Job do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There are no signals.")
class CommandLineShardIT {
    private static final List<String> REGIONS =
            List.of("eu-central-1", "eu-west-1", "us-east-1", "us-east-2", "us-west-2", "ap-southeast-1");
    private static final int SHARDS = 3;

    private final SceneStack[] stacks = REGIONS.stream()
            .flatMap(region -> Stream.of("orders", "invoices")
                    .map(name -> stack(name + "-" + region).in(region).going("{record: 400ms, stack: 800ms}")))
            .toArray(SceneStack[]::new);
    private final CommandLineScene scene;

    CommandLineShardIT(@TempDir Path root) {
        scene = new CommandLineScene(root, stacks);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void importEachStackOnceThoughOneIsKilledAndStartedAgain() {
        List<Program> shards = IntStream.range(0, SHARDS).mapToObj(this::start).toList();
        shards.get(1).until("an import of each shard", this::eachShardHasBegun);
        shards.get(1).signal("KILL").end();

        Program.Ended again = start(1).end();

        assertThat(again.exitCode()).isZero();
        assertThat(shards.get(0).end().exitCode()).isZero();
        assertThat(shards.get(2).end().exitCode()).isZero();
        assertThat(stacks).allSatisfy(stack -> assertThat(scene.importsOf(stack.name()))
                .as(stack.name())
                .isEqualTo(1));
        assertThat(scene.run("import", "mappings.csv", "--shard", "0/" + SHARDS).exitCode())
                .isZero();
        assertThat(scene.states()).hasSize(stacks.length).containsOnly("IMPORTED");
        assertThat(scene.database().executions()).doesNotContain("STARTED", "UNKNOWN");
    }

    private Program start(int index) {
        return scene.start("import", "mappings.csv", "--lanes", "auto", "--shard", index + "/" + SHARDS);
    }

    /** By the ledger's own idea of which lane is whose. */
    private boolean eachShardHasBegun() {
        String shards = "select count(distinct mod(lane_number, %d)) from mapping_ledger".formatted(SHARDS);
        String all = "select count(*) = %d and (%s where attempt > 0) = (%s) from mapping_ledger"
                .formatted(stacks.length, shards, shards);
        boolean hasTables = scene.database()
                .jdbc()
                .sql("select to_regclass('mapping_start') is not null")
                .query(Boolean.class)
                .single();
        return hasTables
                && scene.database().jdbc().sql(all).query(Boolean.class).single();
    }
}
