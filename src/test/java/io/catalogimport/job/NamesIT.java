package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.RunResult;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.RunCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file that names products and versions, whose ids differ from lane to lane. */
class NamesIT {
    private static final String OTHER_REGION = "eu-west-1";

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void areImportedWithTheIdsOfTheirLane() throws Exception {
        try (JobScene scene = scene("")) {
            row(scene, JobScene.REGION, "a", "one").row(arn(OTHER_REGION, "b") + ",queue,two,b");

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(importsAskedFor(scene)).containsExactly("prod-1 pa-1-one", "prod-2 pa-2-two");
            assertThat(Files.readAllLines(scene.results().resolve("results.csv")))
                    .element(1)
                    .asString()
                    .startsWith("2," + arn(JobScene.REGION, "a") + ",queue,one,a,IMPORTED,");
        }
    }

    @Test
    void areLookedUpAgainByAStartThatValidatesAgain() throws Exception {
        try (JobScene scene = scene("")) {
            row(scene, JobScene.REGION, "a", "one").command = RunCommand.PLAN;
            scene.run();
            scene.command = RunCommand.IMPORT;

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED");
            assertThat(scene.run().outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(importsAskedFor(scene)).containsExactly("prod-1 pa-1-one");
        }
    }

    @Test
    void areFollowedByTheNextStartWithoutALook() throws Exception {
        try (JobScene scene = scene(", import: hang")) {
            row(scene, JobScene.REGION, "a", "one").run();
            long looks = looks(scene);

            scene.run();

            assertThat(scene.states()).containsExactly("UNRESOLVED TIMED_OUT");
            assertThat(looks(scene)).isEqualTo(looks);
            assertThat(importsAskedFor(scene)).containsExactly("prod-1 pa-1-one");
        }
    }

    @Test
    void areAlreadyImportedInALaterFileThatGivesTheIds() throws Exception {
        try (JobScene scene = scene("")) {
            row(scene, JobScene.REGION, "a", "one").run();
            scene.header = "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name";
            scene.onlyRow(arn(JobScene.REGION, "a") + ",prod-1,pa-1-one,a").run();

            assertThat(scene.statesNow()).containsExactly("ALREADY_IMPORTED");
        }
    }

    @Test
    void areNotImportedAgainByAFileThatHasGrownAfterUndo() throws Exception {
        try (JobScene scene = scene("")) {
            row(scene, JobScene.REGION, "a", "one").run();
            scene.undo();

            row(scene, OTHER_REGION, "b", "one").run();

            assertThat(scene.statesNow()).containsExactly("RELEASED RELEASED_BEFORE", "IMPORTED");
            assertThat(importsAskedFor(scene)).containsExactly("prod-1 pa-1-one", "prod-2 pa-2-one");
        }
    }

    @Test
    void areRejectedWhereTheyStandForNothing() throws Exception {
        try (JobScene scene = scene("")) {
            row(scene, JobScene.REGION, "a", "three").run();

            assertThat(scene.states()).containsExactly("REJECTED ARTIFACT_NAME_UNKNOWN");
            assertThat(scene.message(2)).contains("There are: 'two', 'one'");
        }
    }

    private static JobScene row(JobScene scene, String region, String stack, String version) {
        return scene.row(arn(region, stack) + ",queue," + version + "," + stack);
    }

    private static List<String> importsAskedFor(JobScene scene) {
        return scene.calls().stream()
                .filter(call -> call.operation().equals("ImportAsProvisionedProduct"))
                .map(call -> call.parameters())
                .map((Map<String, String> asked) -> asked.get("ProductId") + " " + asked.get("ProvisioningArtifactId"))
                .toList();
    }

    private static long looks(JobScene scene) {
        return scene.operations().stream().filter("SearchProducts"::equals).count();
    }

    private JobScene scene(String more) throws IOException {
        String first = stack("a").replaceFirst("}$", more + "}");
        JobScene scene = new JobScene(
                DATABASE,
                directory,
                "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n" + region(JobScene.REGION, 1, first)
                        + region(
                                OTHER_REGION,
                                2,
                                "{name: b, id: \"" + arn(OTHER_REGION, "b").replaceAll(".*/", "")
                                        + "\", template: queue.yaml}"));
        scene.header = "stack_arn,product_name,provisioning_artifact_name,provisioned_product_name";
        return scene;
    }

    private static String region(String name, int number, String stack) {
        return """
                    %1$s:
                      stacks:
                        - %3$s
                      products:
                        - name: queue
                          id: prod-%2$d
                          versions:
                            - {name: one, id: pa-%2$d-one, template: queue.yaml}
                            - {name: two, id: pa-%2$d-two, template: queue.yaml}
                      portfolios:
                        - {name: blocks, id: port-blocks, products: [queue]}
                """.formatted(name, number, stack);
    }
}
