package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.ledger.ReleaseChoice.OnLines;
import io.catalogimport.ledger.Selection;
import io.catalogimport.ledger.Selection.Lines;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.RunCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was taken back stays out of Service Catalog until somebody asks for it again. */
class ReleasedRowsIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void areImportedAgainOnlyWhenTheUserAsks() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").maps("b").run();
            scene.undo();
            scene.again = true;

            RunOutcome again = scene.run().outcome();

            assertThat(again).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("a", "b", "a", "b");
        }
    }

    @Test
    void areImportedAgainAsFarAsTheUserChoosesThem() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").maps("b").run();
            scene.undo();
            scene.again = true;
            scene.selection = Selection.parse("3");

            scene.run();

            assertThat(scene.states()).containsExactly("RELEASED RELEASED_BY_UNDO", "IMPORTED");
        }
    }

    @Test
    void areReleasedAgainAfterTheyWereImportedAgain() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.maps("a").run();
            scene.undo();
            scene.again = true;
            scene.run();
            scene.again = false;

            scene.undo();

            assertThat(scene.undone()).containsExactly("RELEASED a");
            assertThat(scene.provisionedProducts()).isEmpty();
            assertThat(scene.run().outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "a");
        }
    }

    @Test
    void areNotImportedByTheNextVersionOfTheFile() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").run();
            scene.undo();

            RunOutcome outcome = scene.maps("b").run().outcome();

            assertThat(outcome).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.statesNow()).containsExactly("RELEASED RELEASED_BEFORE", "IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    @Test
    void areImportedByTheNextVersionOfTheFileIfTheUserAsks() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").run();
            scene.undo();
            scene.maps("b").run();
            scene.again = true;
            scene.run();
            scene.again = false;

            scene.instead("b").maps("a").run();

            assertThat(scene.statesNow()).containsExactly("ALREADY_IMPORTED", "ALREADY_IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("a", "b", "a");
        }
    }

    @Test
    void areNotImportedByAFileThatWasValidatedBefore() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.command = RunCommand.PLAN;
            scene.maps("a").maps("b").run();
            scene.command = RunCommand.IMPORT;
            scene.instead("a").run();
            scene.undo();

            scene.maps("b").run();

            assertThat(scene.states())
                    .containsExactly("RELEASED RELEASED_BEFORE", "IMPORTED", "RELEASED RELEASED_BY_UNDO");
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    @Test
    void areNotImportedByAFileThatIsValidatedMeanwhile() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").run();
            RunName earlier = new RunName(scene.digest(), null);
            scene.lanes = new LaneOptions(2, scene.lanes.scope(), false);
            scene.progress.whenValidating = () -> scene.undoBeside(earlier);

            scene.maps("b").run();

            assertThat(scene.statesNow()).containsExactly("RELEASED RELEASED_BEFORE", "IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    @Test
    void areStillImportedUntilTheirReleaseHasEnded() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").run();
            scene.undo();
            scene.again = true;
            scene.maps("b").run();
            scene.again = false;
            DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'RELEASING', release_token = 't', release_resources = 'r'"
                            + " where state = 'IMPORTED' and line = 2")
                    .update();

            scene.instead("b").maps("a").run();

            assertThat(scene.statesNow()).containsExactly("ALREADY_IMPORTED", "ALREADY_IMPORTED");
        }
    }

    @Test
    void areImportedIfTheirRowWasChanged() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.maps("a").run();
            scene.undo();

            scene.renamed("a", "other").run();

            assertThat(scene.statesNow()).containsExactly("IMPORTED");
        }
    }

    @Test
    void doNotStandInTheWayOfARowThatMapsTheirStackAnew() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.maps("a").run();
            scene.undo();

            scene.row(arn(JobScene.REGION, "a") + ",prod-queue,pa-two,a2").run();

            assertThat(scene.statesNow()).containsExactly("RELEASED RELEASED_BEFORE", "IMPORTED");
        }
    }

    @Test
    void areNotImportedByARowThatSaysTheSame() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.maps("a").maps("a").run();
            scene.undo(new OnLines(List.of(new Lines(2, 2))));

            scene.run();

            assertThat(scene.states()).containsExactly("RELEASED RELEASED_BY_UNDO", "REJECTED REPEATED_ROW");
        }
    }

    @Test
    void areShownByAPlan() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").run();
            scene.undo();
            scene.command = RunCommand.PLAN;

            RunOutcome plan = scene.maps("b").run().outcome();

            assertThat(plan).isEqualTo(RunOutcome.PLANNED);
            assertThat(scene.statesNow()).containsExactly("RELEASED RELEASED_BEFORE", "READY");
        }
    }

    @Test
    void keepImportsOutOfTheirLaneWhileTheirReleaseHasNoEnd() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").run();
            DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'RELEASING', release_token = 't', release_resources = 'r'")
                    .update();

            RunOutcome outcome = scene.instead("b").run().outcome();

            assertThat(outcome).isEqualTo(RunOutcome.LANE_BLOCKED);
            assertThat(scene.statesNow()).containsExactly("READY");
        }
    }

    @Test
    void areImportedAgainByWorkersThatShareTheRun() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").maps("b").run();
            scene.undo();
            scene.again = true;
            scene.lanes = new LaneOptions(1, scene.lanes.scope(), true);

            scene.run();

            assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
        }
    }

    private JobScene scene(String... names) throws IOException {
        return JobScene.with(
                DATABASE,
                directory,
                List.of(names).stream().map(JobScene::stack).toArray(String[]::new));
    }
}
