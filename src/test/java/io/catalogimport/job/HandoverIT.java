package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.HandoverResult;
import io.catalogimport.launch.RunResult;
import io.catalogimport.sandbox.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkGlobalTime;

/** What this program has imported gets another owner, and nothing else does. */
class HandoverIT {
    private static final String OPERATIONS = "arn:aws:iam::" + JobScene.ACCOUNT + ":role/Operations";

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void handsOverExactlyTheRowsThatAreDone() throws Exception {
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("mine"), stack("theirs"), stack("broken", "import: fail"))
                + "      provisionedProducts:\n        - {name: theirs, stack: theirs, product: queue, version: one}\n";
        try (JobScene scene = new JobScene(DATABASE, directory, seed)) {
            RunResult imported =
                    scene.maps("theirs").maps("mine").maps("broken").run();
            String importer = scene.ownerOf("mine");
            List<String> states = scene.states();

            HandoverResult result = scene.handOver(OPERATIONS);

            assertThat(imported.owners()).containsExactly(importer);
            assertThat(scene.handedOver()).containsExactly("HANDED_OVER mine");
            assertThat(result.handedOver()).isEqualTo(1);
            assertThat(scene.ownerOf("mine")).isEqualTo(OPERATIONS);
            assertThat(scene.ownerOf("theirs")).isNotEqualTo(OPERATIONS);
            assertThat(scene.states()).isEqualTo(states);
        }
    }

    @Test
    void asksNothingWhenItIsRunAgain() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.handOver(OPERATIONS, OPERATIONS);

            HandoverResult again = scene.handOver(OPERATIONS, OPERATIONS);

            assertThat(scene.handedOver()).containsExactly("OWNED_ALREADY a");
            assertThat(again.ownedAlready()).isEqualTo(1);
            assertThat(changes(scene)).hasSize(1);
        }
    }

    @Test
    void asksOnceWhenItWasKilledBetweenTheRequestAndItsEnd() throws Exception {
        try (JobScene scene = scene("a")) {
            SdkGlobalTime.setGlobalTimeOffset(
                    (int) Duration.between(scene.time.instant(), Instant.now()).toSeconds());
            MortalProcess dying = new MortalProcess(DATABASE, 3);
            MortalCalls.madeBy(dying);
            Throwable death = catchThrowable(() -> scene.handOver(OPERATIONS));
            MortalCalls.madeBy(null);

            scene.handOver(OPERATIONS);

            assertThat(dying.points()).as("%s", death).endsWith("after UpdateProvisionedProductProperties #1");
            assertThat(scene.handedOver()).containsExactly("OWNED_ALREADY a");
            assertThat(changes(scene)).hasSize(1);
        }
    }

    @Test
    void saysWhichProvisionedProductIsGone() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.terminate("a");

            HandoverResult result = scene.handOver(OPERATIONS);

            assertThat(scene.handedOver()).containsExactly("NOT_HANDED_OVER a HANDOVER_PRODUCT_GONE", "HANDED_OVER b");
            assertThat(result.notHandedOver()).isEqualTo(1);
        }
    }

    @Test
    void aDeniedLaneStopsNoOther() throws Exception {
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("a"), stack("b"))
                + JobScene.region("eu-west-1", stack("c"));
        try (JobScene scene = new JobScene(DATABASE, directory, seed)) {
            scene.maps("a").row(arn("eu-west-1", "c") + ",prod-queue,pa-one,c").maps("b");
            scene.run();
            scene.faults(
                    "calls: [{fault: deny, operations: [UpdateProvisionedProductProperties], regions: [eu-central-1]}]");

            HandoverResult result = scene.handOver(OPERATIONS);

            assertThat(scene.handedOver())
                    .containsExactly(
                            "NOT_HANDED_OVER a ACCESS_DENIED", "NOT_HANDED_OVER b ACCESS_DENIED", "HANDED_OVER c");
            assertThat(result.denied()).isEqualTo(2);
            assertThat(result.isAllDenied()).isFalse();
        }
    }

    @Test
    void doesNothingWhileAnImportHasNoKnownEnd() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("stuck", "import: hang"))) {
            scene.maps("a").maps("stuck").run();

            HandoverResult result = scene.handOver(OPERATIONS);

            assertThat(result.inFlight()).extracting(row -> row.line()).containsExactly(3);
            assertThat(changes(scene)).isEmpty();
        }
    }

    @Test
    void aPlanChangesNothing() throws Exception {
        try (JobScene scene = scene("a")) {
            HandoverResult result = scene.handoverPlan(OPERATIONS);

            assertThat(scene.handedOver()).containsExactly("TO_HAND_OVER a");
            assertThat(result.toHandOver()).isEqualTo(1);
            assertThat(changes(scene)).isEmpty();
        }
    }

    /** These stacks, all of them imported. */
    private JobScene scene(String... names) throws Exception {
        String[] stacks = List.of(names).stream().map(JobScene::stack).toArray(String[]::new);
        JobScene scene = JobScene.with(DATABASE, directory, stacks);
        List.of(names).forEach(scene::maps);
        scene.run();
        return scene;
    }

    private static List<Call> changes(JobScene scene) {
        return scene.calls().stream()
                .filter(call -> call.operation().equals("UpdateProvisionedProductProperties"))
                .toList();
    }
}
