package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.run.RunCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a plan foresees of the time after the import, and access that AWS does not show yet. */
class ForesightIT {
    private static final String SERVICE_ROLE = "arn:aws:iam::111122223333:role/cdk";
    private static final String HUB_ROLE = "arn:aws:iam::999988887777:role/launch";

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void notesStandInTheResultsAloneAndWarningsOnTheRowToo() throws Exception {
        try (JobScene scene = JobScene.with(
                DATABASE,
                directory,
                stack("plain"),
                stack("guarded", "terminationProtection: true"),
                stack("cdk", "terminationProtection: true", "roleArn: \"" + SERVICE_ROLE + "\""))) {
            scene.maps("plain").maps("guarded").maps("cdk");
            scene.command = RunCommand.PLAN;

            scene.run();

            assertThat(scene.states()).containsExactly("READY", "READY", "READY");
            assertThat(result(scene, 2)).contains(",READY,,,").contains("lpv3-", "TERMINATION_PROTECTION_OFF: ");
            assertThat(result(scene, 3)).contains(",READY,,,").doesNotContain("_OFF", "SERVICE_ROLE");
            assertThat(result(scene, 4)).contains(",READY,,,").contains("STACK_HAS_SERVICE_ROLE: ", SERVICE_ROLE);
        }
    }

    @Test
    void notesAreKeptInTheBulkReadingOfStacks() throws Exception {
        List<String> names =
                IntStream.range(0, 25).mapToObj(number -> "s" + number).toList();
        String[] stacks = names.stream()
                .map(name -> stack(name, "roleArn: \"" + SERVICE_ROLE + "\""))
                .toArray(String[]::new);
        try (JobScene scene = JobScene.with(DATABASE, directory, stacks)) {
            names.forEach(scene::maps);
            scene.command = RunCommand.PLAN;

            scene.run();

            assertThat(scene.operations()).containsOnlyOnce("DescribeStacks");
            assertThat(result(scene, 26)).contains("STACK_HAS_SERVICE_ROLE: ", "TERMINATION_PROTECTION_OFF: ");
        }
    }

    @Test
    void aDeprecatedVersionAndARoleOfAnotherAccountAreWarnedOf() throws Exception {
        String region = JobScene.region(JobScene.REGION, stack("a"))
                .replace("id: pa-one, template", "id: pa-one, guidance: DEPRECATED, template")
                .replace(
                        "products: [queue]}",
                        "products: [queue], constraints: [{product: queue, launchRole: \"" + HUB_ROLE + "\"}]}");
        try (JobScene scene =
                new JobScene(DATABASE, directory, "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n" + region)) {
            scene.maps("a");

            scene.run();

            assertThat(scene.states()).containsExactly("IMPORTED");
            assertThat(result(scene, 2))
                    .contains("ARTIFACT_DEPRECATED;LAUNCH_ROLE_OF_ANOTHER_ACCOUNT")
                    .contains("ARTIFACT_DEPRECATED: ", "LAUNCH_ROLE_OF_ANOTHER_ACCOUNT: ", HUB_ROLE);
        }
    }

    @Test
    void accessThatAppearsWithinAMinuteIsUsed() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.faults("calls: [{fault: error, operations: [ListLaunchPaths], times: 3,"
                    + " code: ResourceNotFoundException, message: No launch paths found}]");
            scene.maps("a").maps("b");
            scene.command = RunCommand.PLAN;

            scene.run();

            assertThat(scene.states()).containsExactly("READY", "READY");
            assertThat(scene.time.waited()).isEqualTo(Duration.ofSeconds(5 + 10 + 20));
        }
    }

    private static String result(JobScene scene, int line) throws IOException {
        return Files.readAllLines(scene.results().resolve("results.csv")).stream()
                .filter(row -> row.startsWith(line + ","))
                .findFirst()
                .orElseThrow();
    }
}
