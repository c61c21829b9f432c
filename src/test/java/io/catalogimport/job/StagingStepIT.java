package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.Selection;
import io.catalogimport.mapping.UnusableMappingFileException;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.RunCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A file comes into the ledger as a whole or not at all, and is judged again at each start. */
class StagingStepIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void leavesNoRowOfAFileThatWasReplacedAfterItWasOpened() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a");
            scene.also =
                    context -> replace(scene, JobScene.arn(JobScene.REGION, "b") + ",prod-queue,pa-one,b\n", 1_500);

            RunResult replaced = scene.run();

            assertThat(replaced.failure()).get().isInstanceOf(UnusableMappingFileException.class);
            assertThat(scene.states()).isEmpty();
            assertThat(scene.results().resolve("results.csv")).content().hasLineCount(1);
            assertThat(scene.results().resolve("remaining.csv")).content().hasLineCount(1);
            assertThat(scene.results().resolve("summary.json")).content().contains("was changed while it was read");
            scene.also = context -> {};

            RunResult restored = scene.run();

            assertThat(restored.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("a");
        }
    }

    @Test
    void leavesNoRowWhereTheProcessDiesInTheMiddle() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a");
            for (int row = 0; row < 1_500; row++) {
                scene.maps("missing-" + row);
            }
            MortalProcess dying = new MortalProcess(DATABASE, indexOfSecondPiece(scene));
            scene.also = context -> onDatabaseOf(dying, context);

            Throwable end = catchThrowable(scene::run);

            assertThat(dying.isDead()).as("%s", end).isTrue();
            assertThat(scene.states()).isEmpty();
        }
    }

    private static int indexOfSecondPiece(JobScene scene) throws Exception {
        scene.command = RunCommand.PLAN;
        scene.endBy = Optional.of(scene.time.instant());
        MortalProcess process = MortalProcess.immortal(DATABASE);
        scene.also = context -> onDatabaseOf(process, context);
        scene.run();
        DATABASE.empty();
        int point = process.points().indexOf("after copy mapping_ledger #2");
        assertThat(point).as("%s", process.points()).isPositive();
        return point;
    }

    private static void onDatabaseOf(MortalProcess process, GenericApplicationContext context) {
        context.registerBean(MortalDatabase.class, () -> new MortalDatabase(process));
        // The tables are there already, and what makes them is not what dies here.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("tables", Map.of("spring.flyway.enabled", "false")));
    }

    @Test
    void goesOnWithTheRowsItKnowsWhereTheFileIsReplacedLater() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a");
            scene.progress.whenStarted = entry -> scene.progress.stop.request();
            scene.run();
            scene.progress.whenStarted = entry -> {};
            scene.also = context -> replace(scene, "nonsense\n", 3);

            RunResult result = scene.goOn();

            assertThat(result.outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED");
            assertThat(scene.results().resolve("results.csv")).content().contains(",a,IMPORTED,");
        }
    }

    @Test
    void takesUpARowThatAnotherVersionOfTheProgramRejected() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").maps("missing").run();
            rejectedBefore(2);
            rejectedBefore(4);

            scene.run();

            assertThat(scene.states()).containsExactly("ALREADY_IMPORTED", "IMPORTED", "REJECTED STACK_NOT_FOUND");
        }
    }

    @Test
    void takesUpARowThatAnotherVersionRejectedWhereOnlyRejectedOnesAreWanted() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").maps("missing").command = RunCommand.PLAN;
            scene.run();
            rejectedBefore(2);
            scene.command = RunCommand.IMPORT;
            scene.selection = Selection.parse("rejected");

            scene.run();

            assertThat(scene.states()).containsExactly("IMPORTED", "REJECTED STACK_NOT_FOUND");
        }
    }

    @Test
    void rejectsARowThatAnotherVersionOfTheProgramTook() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").row("nonsense,prod-queue,pa-one,b").command = RunCommand.PLAN;
            scene.run();
            DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'READY', syntactic = false, code = null, message = null,"
                            + " stack_arn = ?, lane = '111122223333/eu-central-1', account = '111122223333',"
                            + " product_id = 'prod-queue', provisioning_artifact_id = 'pa-one',"
                            + " provisioned_product_name = 'b', validated_at = now() where line = 3")
                    .param(JobScene.arn(JobScene.REGION, "b"))
                    .update();
            scene.command = RunCommand.IMPORT;

            scene.run();

            assertThat(scene.states()).containsExactly("IMPORTED", "REJECTED INVALID_STACK_ARN");
            assertThat(scene.importsAskedFor()).containsExactly("a");
        }
    }

    @Test
    void leavesAnImportedRowAsItIsThatItWouldRejectNow() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.row("nonsense,prod-queue,pa-one,b").maps("a").run();
            DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'IMPORTED', syntactic = false, code = null, stack_arn = ?,"
                            + " lane = '111122223333/eu-central-1' where line = 2")
                    .param(JobScene.arn(JobScene.REGION, "b"))
                    .update();

            scene.run();

            assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
        }
    }

    @Test
    void readsRowsThatAnotherVersionReadAsOneOrNotAtAll() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"), stack("b"))) {
            scene.maps("a").maps("b").maps("missing").command = RunCommand.PLAN;
            scene.run();
            DATABASE.jdbc().sql("delete from mapping_ledger where line = 3").update();
            DATABASE.jdbc()
                    .sql("insert into mapping_ledger (run_id, line, raw, fields, state, code, message, syntactic)"
                            + " values (1, 9, 'half', '{}', 'REJECTED', 'MALFORMED_QUOTES', 'x', true)")
                    .update();
            scene.command = RunCommand.IMPORT;

            scene.run();

            assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED", "REJECTED STACK_NOT_FOUND");
        }
    }

    /** As a version of the program leaves a row that it cannot read. */
    private static void rejectedBefore(int line) {
        DATABASE.jdbc()
                .sql(
                        "update mapping_ledger set state = 'REJECTED', syntactic = true, code = 'OLD_RULE', message = 'No.',"
                                + " stack_arn = null, lane = null, account = null, product_id = null,"
                                + " provisioning_artifact_id = null, provisioned_product_name = null where line = ?")
                .param(line)
                .update();
    }

    private static void replace(JobScene scene, String row, int times) {
        try {
            Path file = scene.results().resolveSibling("mappings.csv");
            Files.writeString(
                    file,
                    "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name\n" + row.repeat(times));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
