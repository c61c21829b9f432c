package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.importing.Completion;
import io.catalogimport.ledger.LockHolder;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.PostgresDatabase;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.report.RunOutcome;
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
            RunOutcome anew = scene.run().outcome();

            assertThat(gone).isEqualTo(RunOutcome.INCOMPLETE);
            assertThat(state).isEqualTo("FAILED PROVISIONED_PRODUCT_GONE");
            assertThat(anew).isEqualTo(RunOutcome.COMPLETE);
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
