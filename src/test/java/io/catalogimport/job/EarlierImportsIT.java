package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.NameScope;
import io.catalogimport.ledger.Selection;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.RunCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What earlier imports mean for a file that is looked at again, or that was edited. */
class EarlierImportsIT {
    private static final String FAILING = "imports: [{outcome: fail, code: InternalFailure, message: no luck}]";

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void areDoneWhateverVersionOrStatusTheProductHasNow() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b", "import: {update: fail}"), stack("c"))) {
            scene.maps("a").maps("b").run();
            scene.update("a");
            scene.update("b");
            scene.maps("c").strict = true;

            RunResult result = scene.run();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.statesNow()).containsExactly("ALREADY_IMPORTED", "ALREADY_IMPORTED", "IMPORTED");
            assertThat(results(scene))
                    .anySatisfy(row -> assertThat(row)
                            .contains("IMPORTED_WITH_ANOTHER_VERSION")
                            .contains("pa-two"))
                    .anySatisfy(row ->
                            assertThat(row).contains("IMPORTED_BUT_TAINTED").contains("rolled back"));
        }
    }

    @Test
    void areShownWithTheirRecordAndTimesInLaterFiles() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"), stack("c"))) {
            scene.maps("a").run();
            String imported = fromRecordOn(results(scene).get(1));
            scene.maps("b").run();
            String firstNight = fromRecordOn(results(scene).get(1));
            DATABASE.jdbc().sql("delete from mapping_ledger where run_id = 1").update();
            scene.maps("c").run();

            assertThat(imported).startsWith("rec-").contains("2026-03-01T");
            assertThat(firstNight).isEqualTo(imported);
            assertThat(fromRecordOn(results(scene).get(1))).isEqualTo(imported);
        }
    }

    @Test
    void countWhereAnAppendedRowContradictsThem() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b"), stack("c"))) {
            scene.maps("a").maps("c").run();
            scene.row(arn(JobScene.REGION, "b") + ",prod-queue,pa-one,a")
                    .row(arn(JobScene.REGION, "c") + ",prod-queue,pa-two,other");

            scene.run();

            assertThat(scene.statesNow())
                    .containsExactly(
                            "ALREADY_IMPORTED",
                            "ALREADY_IMPORTED",
                            "REJECTED NAME_FOR_SEVERAL_STACKS",
                            "REJECTED STACK_MAPPED_DIFFERENTLY");
            assertThat(Files.readAllLines(scene.results().resolve("remaining.csv")))
                    .hasSize(3)
                    .noneMatch(row -> row.endsWith(",pa-one,c"));
        }
    }

    @Test
    void haveLeftWhatIsInTheWayAndCanBeRemoved() throws Exception {
        try (JobScene scene = scene(stack("a"))) {
            scene.faults(FAILING);
            scene.maps("a").run();

            RunResult again = scene.run();

            assertThat(again.outcome()).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(scene.states()).containsExactly("REJECTED LEFT_BY_FAILED_IMPORT");
            assertThat(scene.message(2))
                    .contains("no luck")
                    .containsPattern("terminate-provisioned-product --provisioned-product-id pp-\\w+ --terminate-token"
                            + " remove-pp-\\w+ --retain-physical-resources --region eu-central-1");
            scene.faults("");
            scene.terminate("a");
            assertThat(scene.run().outcome()).isEqualTo(RunOutcome.COMPLETE);
        }
    }

    @Test
    void haveLeftItAlsoForAnEditedFileThatGivesAnotherName() throws Exception {
        try (JobScene scene = scene(stack("a"))) {
            scene.faults(FAILING);
            scene.maps("a").run();
            scene.faults("");

            scene.renamed("a", "b").run();

            assertThat(scene.statesNow()).containsExactly("REJECTED LEFT_BY_FAILED_IMPORT");
        }
    }

    /** The search lags, so a second attempt was made and refused; the ledger has its token alone. */
    @Test
    void haveLeftItAlsoWhereALaterAttemptWasRefused() throws Exception {
        try (JobScene scene = scene(stack("a"))) {
            scene.faults(FAILING);
            scene.maps("a").run();
            DATABASE.jdbc()
                    .sql("update mapping_ledger set attempt = 2, idempotency_token = 'second', record_id = null,"
                            + " provisioned_product_id = null")
                    .update();

            scene.run();

            assertThat(scene.states()).containsExactly("REJECTED LEFT_BY_FAILED_IMPORT");
        }
    }

    @Test
    void keepWhatTheyFoundInALaterPlan() throws Exception {
        try (JobScene scene = scene(stack("a"), stack("b", "import: hang"), stack("c"))) {
            scene.faults(FAILING);
            scene.maps("a").maps("b").maps("c").run();
            List<String> before = results(scene);
            scene.command = RunCommand.PLAN;

            RunResult plan = scene.run();

            assertThat(plan.outcome()).isEqualTo(RunOutcome.PLANNED_WITH_REJECTIONS);
            assertThat(scene.states()).containsExactly("FAILED InternalFailure", "UNRESOLVED TIMED_OUT", "READY");
            assertThat(results(scene)).isEqualTo(before);
            scene.command = RunCommand.IMPORT;
            scene.faults("");
            scene.terminate("a");
            scene.run();
            assertThat(scene.states().get(0)).as("of a later import").isEqualTo("READY");
        }
    }

    @Test
    void leaveNothingToDoWhereNoneFailedAndOnlyThoseAreWanted() throws Exception {
        try (JobScene scene = scene(stack("a"))) {
            scene.maps("a").maps("missing").run();

            scene.selection = Selection.parse("failed");
            assertThat(scene.run().outcome()).isEqualTo(RunOutcome.NOTHING_SELECTED);
            scene.selection = Selection.parse("rejected");
            assertThat(scene.run().outcome()).isEqualTo(RunOutcome.INCOMPLETE);
        }
    }

    @Test
    void warnOfANameInSeveralRegionsOrRejectItAsTheUserWants() throws Exception {
        String seed = "nameScope: region\naccounts:\n  \"" + JobScene.ACCOUNT + "\":\n"
                + JobScene.region(JobScene.REGION, stack("a"))
                + JobScene.region("eu-west-1", stack("a"));
        try (JobScene scene = new JobScene(DATABASE, directory, seed)) {
            scene.maps("a").row(arn("eu-west-1", "a") + ",prod-queue,pa-one,a");
            scene.command = RunCommand.PLAN;
            scene.nameScope = NameScope.ACCOUNT;
            scene.run();
            List<String> account = scene.states();
            scene.command = RunCommand.IMPORT;
            scene.nameScope = NameScope.REGION;

            RunResult result = scene.run();

            assertThat(account).containsExactly("REJECTED NAME_FOR_SEVERAL_STACKS", "REJECTED NAME_FOR_SEVERAL_STACKS");
            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(results(scene))
                    .filteredOn(row -> row.contains("NAME_IN_SEVERAL_REGIONS"))
                    .hasSize(2);
        }
    }

    private JobScene scene(String... stacks) throws IOException {
        return JobScene.with(DATABASE, directory, stacks);
    }

    private static List<String> results(JobScene scene) throws IOException {
        return Files.readAllLines(scene.results().resolve("results.csv"));
    }

    /** Record, provisioned product and times. */
    private static String fromRecordOn(String row) {
        String[] values = row.substring(row.indexOf("rec-")).split(",", -1);
        return String.join(",", Arrays.copyOf(values, 4));
    }
}
