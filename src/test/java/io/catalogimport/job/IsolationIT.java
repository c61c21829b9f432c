package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.region;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.RunCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS refuses, or does not answer, costs the rows that it is about and no others. */
class IsolationIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final String IRELAND = "eu-west-1";
    private static final LaneOptions SIDE_BY_SIDE = new LaneOptions(256, LaneScope.ACCOUNT_REGION, false);

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "DescribeStacks",
        "DescribeProvisioningArtifact",
        "ListLaunchPaths",
        "SearchProvisionedProducts",
        "GetTemplate",
    })
    void aDeniedLookRejectsTheRowsItIsAbout(String operation) throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.faults("calls: [{fault: deny, operations: [%s], regions: [eu-west-1]}]".formatted(operation));

            RunOutcome outcome = scene.run().outcome();

            assertThat(scene.states()).containsExactly("IMPORTED", "REJECTED ACCESS_DENIED", "IMPORTED");
            assertThat(scene.message(3)).contains("AccessDenied", operation, "request id ");
            assertThat(outcome).isEqualTo(RunOutcome.INCOMPLETE);
        }
    }

    @Test
    void aHostileTemplateCostsItsOwnRowAtMost() throws Exception {
        Files.writeString(
                directory.resolve("hostile.json"),
                "{\"Resources\": {\"Queue\": {\"Type\": \"AWS::SQS::Queue\", \"X\": " + "9".repeat(1_100) + "}}}");
        try (JobScene scene = JobScene.with(
                        DATABASE, directory, stack("a"), stack("b", "template: hostile.json"), stack("c"))
                .maps("a")
                .maps("b")
                .maps("c")) {
            scene.command = RunCommand.PLAN;
            scene.run();
            assertThat(scene.states()).containsExactly("READY", "READY", "READY");

            scene.command = RunCommand.IMPORT;
            scene.run();
            assertThat(scene.states())
                    .as("the sandbox compares what we cannot")
                    .satisfiesExactly(
                            first -> assertThat(first).isEqualTo("IMPORTED"),
                            second -> assertThat(second).startsWith("FAILED"),
                            third -> assertThat(third).isEqualTo("IMPORTED"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "OptInRequired, 403",
        "SubscriptionRequiredException, 400",
        "InvalidClientTokenId, 403",
        "UnrecognizedClientException, 400",
        "AuthFailure, 401",
    })
    void aRegionThatIsNotEnabledRejectsItsRows(String code, int status) throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.faults("calls: [{fault: error, code: %s, status: %d, message: no, services: [cloudformation,"
                            .formatted(code, status)
                    + " servicecatalog], regions: [eu-west-1]}]");

            RunOutcome outcome = scene.run().outcome();

            assertThat(scene.states()).containsExactly("IMPORTED", "REJECTED REGION_NOT_ENABLED", "IMPORTED");
            assertThat(scene.message(3)).contains(code, "Enable the region");
            assertThat(outcome).isEqualTo(RunOutcome.INCOMPLETE);
        }
    }

    @Test
    void aRegionThatDoesNotAnswerRejectsItsRowsAndIsWorthAnotherStart() throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.faults("calls: [{fault: service-unavailable, regions: [eu-west-1]}]");

            RunOutcome outcome = scene.run().outcome();
            List<String> states = scene.states();
            scene.faults("");
            RunOutcome again = scene.run().outcome();

            assertThat(states).containsExactly("IMPORTED", "REJECTED REGION_UNREACHABLE", "IMPORTED");
            assertThat(outcome).isEqualTo(RunOutcome.REGION_UNREACHABLE);
            assertThat(again).isEqualTo(RunOutcome.COMPLETE);
        }
    }

    @Test
    void aDeniedImportFailsItsRowsAlone() throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.faults("calls: [{fault: deny, operations: [ImportAsProvisionedProduct], regions: [eu-west-1]}]");

            RunOutcome outcome = scene.run().outcome();

            assertThat(scene.states()).containsExactly("IMPORTED", "FAILED ACCESS_DENIED", "IMPORTED");
            assertThat(outcome).isEqualTo(RunOutcome.INCOMPLETE);
        }
    }

    @Test
    void aDeniedFollowingBlocksItsLaneAlone() throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.lanes = SIDE_BY_SIDE;
            scene.faults("calls: [{fault: deny, operations: [DescribeRecord, DescribeProvisionedProduct],"
                    + " regions: [eu-west-1]}]");

            RunOutcome outcome = scene.run().outcome();
            List<String> states = scene.states();
            scene.faults("");
            RunOutcome again = scene.run().outcome();

            assertThat(states).containsExactly("IMPORTED", "UNRESOLVED ACCESS_DENIED", "IMPORTED");
            assertThat(outcome).isEqualTo(RunOutcome.LANE_BLOCKED);
            assertThat(again).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aStartGoesOnWhileALaneWithAnImportInFlightCannotBeReached() throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.lanes = SIDE_BY_SIDE;
            scene.progress.whenStarted = entry -> {
                if (entry.line() == 3) {
                    scene.progress.stop.request();
                }
            };
            scene.run();
            scene.progress.whenStarted = entry -> {};
            scene.faults("calls: [{fault: service-unavailable, regions: [eu-west-1]}]");

            RunOutcome outcome = scene.run().outcome();

            assertThat(scene.states()).element(0).isEqualTo("IMPORTED");
            assertThat(scene.states()).element(2).isEqualTo("IMPORTED");
            assertThat(outcome).isIn(RunOutcome.LANE_BLOCKED, RunOutcome.REGION_UNREACHABLE);
        }
    }

    @Test
    void accessRefusedToEverythingIsToldApart() throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.faults("calls: [{fault: deny, services: [cloudformation]}]");

            RunOutcome outcome = scene.run().outcome();

            assertThat(scene.states()).allMatch("REJECTED ACCESS_DENIED"::equals);
            assertThat(outcome).isEqualTo(RunOutcome.ACCESS_REFUSED);
        }
    }

    @Test
    void nothingThatAnswersIsToldApart() throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.faults("calls: [{fault: service-unavailable, services: [cloudformation]}]");

            RunOutcome outcome = scene.run().outcome();

            assertThat(outcome).isEqualTo(RunOutcome.AWS_UNREACHABLE);
        }
    }

    @Test
    void aRegionThatIsLostBeforeAnImportIsToldApart() throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.faults("calls: [{fault: throttle, operations: [ImportAsProvisionedProduct], regions: [eu-west-1]}]");

            RunOutcome outcome = scene.run().outcome();
            List<String> states = scene.states();
            scene.faults("");
            RunOutcome again = scene.run().outcome();

            assertThat(states).containsExactly("IMPORTED", "READY THROTTLED", "IMPORTED");
            assertThat(outcome).isEqualTo(RunOutcome.REGION_UNREACHABLE);
            assertThat(again).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsOnly("IMPORTED");
        }
    }

    @Test
    void allRegionsThatAreLostBeforeAnImportAreToldApart() throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.faults("calls: [{fault: throttle, operations: [ImportAsProvisionedProduct]}]");

            RunOutcome outcome = scene.run().outcome();

            assertThat(scene.states()).contains("READY", "READY THROTTLED");
            assertThat(outcome).isEqualTo(RunOutcome.AWS_UNREACHABLE);
        }
    }

    @Test
    void credentialsThatAwsAcceptsNowhereEndTheRun() throws Exception {
        try (JobScene scene = twoRegions()) {
            scene.faults("calls: [{fault: expire}]");

            RunOutcome outcome = scene.run().outcome();

            assertThat(outcome).isEqualTo(RunOutcome.FAILED);
            assertThat(scene.states()).allMatch("STAGED"::equals);
        }
    }

    private JobScene twoRegions() throws IOException {
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + region(JobScene.REGION, stack("a"), stack("c"))
                + region(IRELAND, stack("b"));
        return new JobScene(DATABASE, directory, seed)
                .maps("a")
                .row(arn(IRELAND, "b") + ",prod-queue,pa-one,b")
                .maps("c");
    }
}
