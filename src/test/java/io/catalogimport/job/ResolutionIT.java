package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.StackArn;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.importing.Completion;
import io.catalogimport.launch.NothingToResolveException;
import io.catalogimport.launch.Resolution;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.NoSuchRowException;
import io.catalogimport.run.RunCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;

/** No row is a dead end: it ends when AWS shows an end, or by an operator's word. */
class ResolutionIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void anUnresolvedRowIsImportedByTheOperatorsWord() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: hang"), stack("b"))) {
            scene.maps("a").maps("b").run();

            String message = scene.resolve(2, MappingState.IMPORTED);
            String results = Files.readString(scene.results().resolve("results.csv"));
            String remaining = Files.readString(scene.results().resolve("remaining.csv"));

            assertThat(message).startsWith("Resolved as imported by ").endsWith(": I looked");
            assertThat(results).contains("RESOLVED_BY_OPERATOR", message);
            assertThat(remaining).doesNotContain("stack/a/");
        }
    }

    @Test
    void theLaneOfAResolvedRowIsFree() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: keep-status"), stack("b"))) {
            scene.maps("a").maps("b").run();
            scene.resolve(2, MappingState.IMPORTED);

            RunOutcome outcome = scene.run().outcome();

            assertThat(outcome).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    @Test
    void aRowThatFailedByTheOperatorsWordIsTriedAgain() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").command = RunCommand.PLAN;
            scene.run();
            DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'SUBMITTING', attempt = 1, idempotency_token = 'lost',"
                            + " started_at = now()")
                    .update();
            scene.resolve(2, MappingState.FAILED);

            RunOutcome outcome = scene.run().outcome();

            assertThat(outcome).isEqualTo(RunOutcome.COMPLETE);
        }
    }

    @Test
    void aRowIsResolvedWhenTheFileHasGrownSinceItsImportBegan() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: keep-status"), stack("b"))) {
            scene.maps("a").run();
            scene.instead("b").maps("a");

            scene.resolve(3, MappingState.IMPORTED);

            assertThat(scene.states()).containsExactly("IMPORTED RESOLVED_BY_OPERATOR");
            assertThat(scene.run().outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }

    @Test
    void aRowOfAnOlderFileIsResolvedWhenTheNewFileIsInTheLedgerToo() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: hang"), stack("b"))) {
            scene.maps("a").run();
            scene.instead("b").maps("a").run();

            scene.resolve(3, MappingState.IMPORTED);

            assertThat(scene.states().get(0)).isEqualTo("IMPORTED RESOLVED_BY_OPERATOR");
        }
    }

    @Test
    void aRowThatWasRemovedFromTheFileIsResolvedByItsStack() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: hang"), stack("b"))) {
            scene.maps("a").run();
            Obstacle obstacle = scene.instead("b").run().obstacles().get(0);
            StackArn arn = StackArn.parse(obstacle.stackArn()).orElseThrow();

            scene.resolve(new Resolution.OfStack(arn), MappingState.FAILED);

            assertThat(scene.states().get(0)).isEqualTo("FAILED RESOLVED_BY_OPERATOR");
            assertThatThrownBy(() -> scene.resolve(new Resolution.OfStack(arn), MappingState.FAILED))
                    .isInstanceOf(NothingToResolveException.class)
                    .hasMessageContaining("No import of " + arn + " is in flight");
        }
    }

    @Test
    void aResolveThatIsRefusedBeginsNoRun() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").run();
            scene.maps("b");

            assertThatThrownBy(() -> scene.resolve(3, MappingState.FAILED))
                    .isInstanceOf(NothingToResolveException.class)
                    .hasMessageContaining("Line 3 was not imported");

            assertThat(DATABASE.jdbc()
                            .sql("select count(*) from mapping_run")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void anImportThatNobodyFollowsAnyMoreIsResolved() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: hang"))) {
            scene.maps("a").run();
            DATABASE.jdbc()
                    .sql("update mapping_ledger set state = 'IN_PROGRESS'")
                    .update();

            scene.resolve(2, MappingState.IMPORTED);

            assertThat(scene.states()).containsExactly("IMPORTED RESOLVED_BY_OPERATOR");
        }
    }

    @Test
    void aRowThatAnotherProcessHasMovedMeanwhileIsJudgedAsItIsThen() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: hang"));
                ProcessLocks other = new ProcessLocks(
                        DATABASE.dataSource(), new LockHolder("db1", 4711, "mappings.csv", Instant.EPOCH))) {
            scene.maps("a").run();
            other.tryLock("lane " + JobScene.ACCOUNT + "/" + JobScene.REGION);
            scene.lockWait = Duration.ofMinutes(1);
            scene.progress.whenWaiting = () -> {
                DATABASE.jdbc()
                        .sql("update mapping_ledger set state = 'IMPORTED'")
                        .update();
                other.unlock("lane " + JobScene.ACCOUNT + "/" + JobScene.REGION);
            };

            assertThatThrownBy(() -> scene.resolve(2, MappingState.FAILED))
                    .isInstanceOf(NothingToResolveException.class)
                    .hasMessageContaining("Line 2 is IMPORTED");
        }
    }

    @Test
    void onlyARowWhoseEndIsNotKnownCanBeResolved() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").run();

            assertThatThrownBy(() -> scene.resolve(2, MappingState.FAILED))
                    .isInstanceOf(NothingToResolveException.class)
                    .hasMessageContaining("Line 2 is IMPORTED");
            assertThatThrownBy(() -> scene.resolve(3, MappingState.FAILED)).isInstanceOf(NoSuchRowException.class);
        }
    }

    @Test
    void nothingIsResolvedWhileAnotherProcessWorksOnTheFile() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: hang"));
                ProcessLocks other = new ProcessLocks(
                        DATABASE.dataSource(), new LockHolder("db1", 4711, "mappings.csv", Instant.EPOCH))) {
            scene.maps("a").run();
            other.tryLock("run " + scene.digest());

            assertThatThrownBy(() -> scene.resolve(2, MappingState.FAILED)).isInstanceOf(LockedException.class);

            assertThat(scene.states()).containsExactly("UNRESOLVED TIMED_OUT");
        }
    }

    @Test
    void anImportWhoseProductWasTerminatedFailsAndIsBegunAnewByTheNextStart() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: keep-status"))) {
            scene.maps("a").run();
            terminate("a");
            scene.time.advance(Duration.ofMinutes(1));

            RunOutcome gone = scene.run().outcome();
            String state = scene.states().get(0);
            scene.completion = Completion.RECORD;
            RunOutcome again = scene.run().outcome();

            assertThat(gone).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(state).isEqualTo("FAILED PROVISIONED_PRODUCT_GONE");
            assertThat(again).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "a");
        }
    }

    /** As an operator does who takes a stack out of Service Catalog again. */
    private static void terminate(String name) {
        try (ServiceCatalogClient catalog = ServiceCatalogClient.builder()
                .region(Region.of(JobScene.REGION))
                .build()) {
            catalog.terminateProvisionedProduct(
                    request -> request.provisionedProductName(name).retainPhysicalResources(true));
        }
    }

    @Test
    void aStackThatKeepsItsStatusIsImportedWithTheRecordsWord() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a", "import: keep-status"), stack("b"))) {
            scene.maps("a").maps("b");

            RunOutcome first = scene.run().outcome();
            String state = scene.states().get(0);
            scene.completion = Completion.RECORD;
            RunOutcome second = scene.run().outcome();

            assertThat(first).isEqualTo(RunOutcome.LANE_BLOCKED);
            assertThat(state).isEqualTo("UNRESOLVED STACK_STATUS_UNCHANGED");
            assertThat(second).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
        }
    }
}
