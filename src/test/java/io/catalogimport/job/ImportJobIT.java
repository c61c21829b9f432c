package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.importing.Completion;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.Selection;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.FailureBudget;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.NoSuchRowException;
import io.catalogimport.run.RunCommand;
import io.catalogimport.validation.TemplateCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole job, against the sandbox and a real database. */
class ImportJobIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void importsAllStacksInFileOrder() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("c"), stack("a"), stack("b"))) {
            scene.maps("b").maps("c").maps("a");

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("b", "c", "a");
            assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED", "IMPORTED");
            assertThat(scene.executions()).containsExactly("COMPLETED");
        }
    }

    @Test
    void rejectsWhatCannotBeImportedAndImportsTheRest() throws Exception {
        String nested = stack("child", "parent: good");
        try (JobScene scene = JobScene.with(
                DATABASE,
                directory,
                stack("good"),
                nested,
                stack("broken", "status: ROLLBACK_COMPLETE"),
                stack("busy", "status: UPDATE_IN_PROGRESS"),
                stack("other", "template: topic.yaml"),
                stack("StackSet-x-0f8fad5b-d9cb-469f-a165-70867728950e"),
                stack("plain"))) {
            scene.maps("good")
                    .maps("child")
                    .maps("broken")
                    .maps("busy")
                    .maps("other")
                    .maps("StackSet-x-0f8fad5b-d9cb-469f-a165-70867728950e")
                    .maps("missing")
                    .row(arn(JobScene.REGION, "plain") + ",prod-none,pa-one,p1")
                    .row("only,three,fields");

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(scene.states())
                    .containsExactly(
                            "IMPORTED",
                            "REJECTED NESTED_STACK",
                            "REJECTED STACK_STATUS",
                            "REJECTED STACK_STATUS",
                            "REJECTED TEMPLATE_DIFFERS",
                            "REJECTED STACK_SET_INSTANCE",
                            "REJECTED STACK_NOT_FOUND",
                            "REJECTED PRODUCT_NOT_FOUND;ARTIFACT_NOT_FOUND",
                            "REJECTED MISSING_VALUE;WRONG_FIELD_COUNT");
            assertThat(scene.message(6))
                    .contains("Resources.Topic: stack has")
                    .contains("Resources.Queue: stack has nothing");
            assertThat(scene.importsAskedFor()).containsExactly("good");
        }
    }

    @Test
    void rejectsAVersionThatIsNotActive() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.row(arn(JobScene.REGION, "a") + ",prod-queue,pa-old,a");

            scene.run();

            assertThat(scene.states()).containsExactly("REJECTED ARTIFACT_INACTIVE");
        }
    }

    @Test
    void importsWithAWarningWhatCannotBeCompared() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.row(arn(JobScene.REGION, "a") + ",prod-queue,pa-hidden,a");

            scene.run();

            assertThat(scene.states()).containsExactly("IMPORTED");
            assertThat(Files.readString(scene.results().resolve("results.csv")))
                    .contains("TEMPLATE_NOT_COMPARED: The version's template cannot be read");
        }
    }

    @Test
    void writesTheDifferencesOfTemplatesUntilThereAreNone() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "template: topic.yaml"))) {
            Path difference = scene.results().resolve("diffs/line-2.txt");
            scene.maps("a");
            scene.command = RunCommand.PLAN;

            scene.run();

            assertThat(Files.readString(difference)).startsWith("Resources.Topic\n  stack:   {");
            scene.templateCheck = TemplateCheck.OFF;
            scene.run();
            assertThat(difference).doesNotExist();
        }
    }

    @Test
    void leavesTheTemplatesAloneIfAskedTo() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "template: topic.yaml"))) {
            scene.maps("a");
            scene.templateCheck = TemplateCheck.OFF;
            scene.command = RunCommand.PLAN;

            scene.run();

            assertThat(scene.states()).containsExactly("READY");
            assertThat(scene.operations()).doesNotContain("GetTemplate");
        }
    }

    @Test
    void rejectsRowsThatRepeatOrContradictOneAnother() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"), stack("c"), stack("d"))) {
            scene.maps("a")
                    .maps("a")
                    .row(arn(JobScene.REGION, "b") + ",prod-queue,pa-one,b1")
                    .row(arn(JobScene.REGION, "b") + ",prod-queue,pa-one,b2")
                    .row(arn(JobScene.REGION, "c") + ",prod-queue,pa-one,same")
                    .row(arn(JobScene.REGION, "d") + ",prod-queue,pa-one,same");

            scene.run();

            assertThat(scene.states())
                    .containsExactly(
                            "IMPORTED",
                            "REJECTED REPEATED_ROW",
                            "REJECTED STACK_MAPPED_DIFFERENTLY",
                            "REJECTED STACK_MAPPED_DIFFERENTLY",
                            "REJECTED NAME_FOR_SEVERAL_STACKS",
                            "REJECTED NAME_FOR_SEVERAL_STACKS");
            assertThat(scene.message(3)).contains("line 2");
            assertThat(scene.message(4)).contains("lines 4, 5");
        }
    }

    @Test
    void takesAStackThatIsImportedAlreadyForDone() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.run();
            scene.row(""); // Another file: its digest differs.

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED", "ALREADY_IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("a");
        }
    }

    @Test
    void rejectsAStackThatIsImportedUnderAnotherName() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").run();
            JobScene other = scene.renamed("a", "b");

            other.run();

            assertThat(scene.states()).containsExactly("IMPORTED", "REJECTED STACK_ALREADY_PROVISIONED");
        }
    }

    @Test
    void goesOnWithTheNextRowAfterAFailedImport() throws Exception {
        String failing = stack("a", "import: {outcome: fail, code: InternalFailure, message: no luck}");
        try (JobScene scene = JobScene.with(DATABASE, directory, failing, stack("b"))) {
            scene.maps("a").maps("b");

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(scene.states()).containsExactly("FAILED InternalFailure", "IMPORTED");
            assertThat(scene.message(2)).contains("no luck");
        }
    }

    @Test
    void keepsAWSsWordsOfARefusedImport() throws Exception {
        String refused =
                stack("a", "import: {outcome: refuse, code: InvalidParametersException, message: not like this}");
        try (JobScene scene = JobScene.with(DATABASE, directory, refused, stack("b"))) {
            scene.maps("a").maps("b");

            scene.run();

            assertThat(scene.states()).containsExactly("FAILED InvalidParametersException", "IMPORTED");
            assertThat(scene.message(2)).contains("not like this").contains("request id ");
        }
    }

    @Test
    void beginsNothingElseInTheFileWhileAnImportHasNoEnd() throws Exception {
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("a", "import: hang"))
                + JobScene.region("eu-west-1", stack("c"));
        try (JobScene scene = new JobScene(DATABASE, directory, seed)) {
            scene.maps("a").row(arn("eu-west-1", "c") + ",prod-queue,pa-one,c");

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.LANE_BLOCKED);
            assertThat(scene.states()).containsExactly("UNRESOLVED TIMED_OUT", "READY");
        }
    }

    @Test
    void stopsTheLaneOfAnImportThatDoesNotEndAndGoesOnInOthers() throws Exception {
        String seed = "accounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("a", "import: hang"), stack("b"))
                + JobScene.region("eu-west-1", stack("c"));
        try (JobScene scene = new JobScene(DATABASE, directory, seed)) {
            scene.maps("a").maps("b").row(arn("eu-west-1", "c") + ",prod-queue,pa-one,c");
            scene.lanes = new LaneOptions(2, LaneScope.ACCOUNT_REGION, false);

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.LANE_BLOCKED);
            assertThat(scene.states()).containsExactly("UNRESOLVED TIMED_OUT", "READY", "IMPORTED");
            assertThat(result.obstacles()).singleElement().satisfies(obstacle -> {
                assertThat(obstacle.line()).isEqualTo(2);
                assertThat(obstacle.lane()).isEqualTo("111122223333/eu-central-1");
            });
            assertThat(scene.importsAskedFor()).containsExactlyInAnyOrder("a", "c");
        }
    }

    @Test
    void saysHowToGoOnWhenTheStackKeepsItsStatus() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: keep-status"))) {
            scene.maps("a");

            scene.run();
            String advice = scene.message(2);
            scene.completion = Completion.RECORD;
            RunResult again = scene.run();

            assertThat(advice).contains("--completion record");
            assertThat(again.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a");
        }
    }

    @Test
    void importsNothingIfStrictAndARowIsRejected() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").maps("missing");
            scene.strict = true;

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(scene.states()).containsExactly("READY", "REJECTED STACK_NOT_FOUND");
            assertThat(scene.importsAskedFor()).isEmpty();
        }
    }

    @Test
    void beginsNothingAfterTheTimeThatTheUserGave() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b");
            scene.endBy = Optional.of(scene.time.instant().plusSeconds(2));

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(scene.states()).containsExactly("IMPORTED", "READY");
            assertThat(scene.executions()).containsExactly("STOPPED");
        }
    }

    @Test
    void looksAtNothingWhenTheTimeIsUpBeforehand() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.endBy = Optional.of(scene.time.instant());

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.TIME_LIMIT_REACHED);
            assertThat(scene.states()).containsExactly("STAGED");
            assertThat(scene.calls()).isEmpty();
        }
    }

    @Test
    void importsOnlyTheLinesThatTheUserNames() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"), stack("c"))) {
            scene.maps("a").maps("b").maps("c");
            scene.selection = Selection.parse("3");

            RunResult only = scene.run();
            List<String> statesAfterwards = scene.states();
            scene.selection = Selection.ALL;
            RunResult rest = scene.run();

            assertThat(only.outcome()).isEqualTo(RunOutcome.SELECTION_DONE);
            assertThat(statesAfterwards).containsExactly("STAGED", "IMPORTED", "STAGED");
            assertThat(rest.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("b", "a", "c");
        }
    }

    @Test
    void saysThatNoRowBeginsOnALineThatTheUserNames() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.selection = Selection.parse("2-3,9");

            RunResult result = scene.run();

            assertThat(result.failure())
                    .get()
                    .isInstanceOf(NoSuchRowException.class)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .startsWith("No row of the mapping file begins on line 9");
        }
    }

    @Test
    void beginsNoMoreImportsThanTheLimitAndTheRestTheNextTime() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"), stack("c"))) {
            scene.maps("a").maps("b").maps("c");
            scene.limit = Optional.of(1);

            RunOutcome first = scene.run().outcome();
            List<String> canary = scene.importsAskedFor();
            scene.limit = Optional.empty();
            RunOutcome second = scene.run().outcome();

            assertThat(first).isEqualTo(RunOutcome.LIMIT_REACHED);
            assertThat(canary).containsExactly("a");
            assertThat(second).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.executions()).containsExactly("STOPPED", "COMPLETED");
        }
    }

    @Test
    void doesNotTakeAFailedCanaryForASuccess() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: fail"), stack("b"))) {
            scene.maps("a").maps("b");
            scene.limit = Optional.of(1);

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(scene.states()).last().isEqualTo("READY");
        }
    }

    @Test
    void stopsWhenMoreImportsFailThanAllowed() throws Exception {
        try (JobScene scene = JobScene.with(
                DATABASE, directory, stack("a", "import: fail"), stack("b", "import: fail"), stack("c"))) {
            scene.maps("a").maps("b").maps("c");
            scene.failureBudget = Optional.of(FailureBudget.parse("1"));

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.FAILURE_BUDGET_EXCEEDED);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
            assertThat(scene.states()).last().isEqualTo("READY");
        }
    }

    @Test
    void planChangesNothing() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b", "status: CREATE_FAILED"))) {
            scene.maps("a").maps("b");
            scene.command = RunCommand.PLAN;

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.PLANNED_WITH_REJECTIONS);
            assertThat(scene.operations())
                    .allMatch(operation -> operation.matches("(Describe|Get|List|Search).*"), "only looks");
            assertThat(scene.states()).containsExactly("READY", "REJECTED STACK_STATUS");
        }
    }

    @Test
    void importsAfterAPlan() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            scene.command = RunCommand.PLAN;
            scene.run();
            scene.command = RunCommand.IMPORT;

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.executions()).containsExactly("STOPPED", "COMPLETED");
        }
    }

    @Test
    void looksUpProductVersionAndTemplateOnceARun() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"), stack("c"))) {
            scene.maps("a").maps("b").maps("c");
            scene.command = RunCommand.PLAN;

            scene.run();

            assertThat(scene.operations())
                    .containsOnlyOnce("DescribeProductAsAdmin")
                    .containsOnlyOnce("DescribeProvisioningArtifact")
                    .containsOnlyOnce("ListLaunchPaths")
                    .containsOnlyOnce("SearchProvisionedProducts")
                    .containsOnlyOnce("GetObject");
        }
    }

    @Test
    void writesResultsForEveryRow() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").row("broken");

            scene.run();

            assertThat(Files.readAllLines(scene.results().resolve("results.csv")))
                    .hasSize(3);
            assertThat(Files.readAllLines(scene.results().resolve("remaining.csv")))
                    .containsExactly(
                            "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name", "broken");
            assertThat(scene.results().resolve("summary.json")).content().contains("\"outcome\" : \"INCOMPLETE\"");
        }
    }
}
