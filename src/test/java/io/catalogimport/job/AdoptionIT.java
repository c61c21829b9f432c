package io.catalogimport.job;

import static io.catalogimport.job.JobScene.arn;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.report.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** When the database is lost, a run can adopt what this program imported before. */
class AdoptionIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void countsWhatWasImportedAsImportedWithItsRecordAndTimes() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").maps("b").run();
            List<String> before = imports();
            losesTheDatabase(scene);
            int asked = scene.calls().size();

            RunOutcome outcome = scene.run().outcome();

            assertThat(outcome).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
            assertThat(imports()).isEqualTo(before);
            assertThat(warnings()).isEmpty();
            assertThat(scene.importsAskedFor()).containsExactly("a", "b");
            assertThat(scene.operations().stream().skip(asked))
                    .doesNotContain("DescribeProvisionedProduct")
                    .containsOnlyOnce("SearchProvisionedProducts")
                    .filteredOn("DescribeRecord"::equals)
                    .hasSize(2);
        }
    }

    @Test
    void makesItReleasableAndImportableAgain() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").maps("b").run();
            losesTheDatabase(scene);
            scene.run();

            scene.undo();

            assertThat(scene.undone()).containsExactly("RELEASED b", "RELEASED a");
            assertThat(scene.provisionedProducts()).isEmpty();
            assertThat(scene.livingStacks()).containsExactlyInAnyOrder("a", "b");
            scene.again = true;
            assertThat(scene.run().outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED", "IMPORTED");
            assertThat(scene.importsAskedFor()).containsExactly("a", "b", "a", "b");
        }
    }

    @Test
    void doesNothingWithoutTheOption() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.maps("a").run();
            losesTheDatabase(scene);
            scene.adopt = false;

            scene.run();

            assertThat(scene.states()).containsExactly("ALREADY_IMPORTED");
            assertThat(warnings()).isEmpty();
        }
    }

    @Test
    void leavesWhatBelongsToSomebodyElse() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.importBySomebodyElse("a", "a");
            scene.becomesSomebodyElses("a");
            scene.maps("a").adopt = true;

            scene.run();
            scene.undo();

            assertThat(scene.states()).containsExactly("ALREADY_IMPORTED");
            assertThat(warnings()).containsExactly("NOT_ADOPTED_OTHER_OWNER");
            assertThat(scene.undone()).isEmpty();
        }
    }

    @Test
    void knowsItsTokenWhenTheProductWasHandedOver() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.maps("a").run();
            scene.becomesSomebodyElses("a");
            losesTheDatabase(scene);

            scene.run();

            assertThat(scene.states()).containsExactly("IMPORTED");
            assertThat(warnings()).containsExactly("ADOPTED_WITHOUT_RECORD");
        }
    }

    @Test
    void leavesWhatHasAnotherVersionNow() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.maps("a").run();
            scene.update("a");
            losesTheDatabase(scene);

            scene.run();

            assertThat(scene.states()).containsExactly("ALREADY_IMPORTED");
            assertThat(warnings()).containsExactly("IMPORTED_WITH_ANOTHER_VERSION");
        }
    }

    @Test
    void adoptsInOneFileAlone() throws Exception {
        try (JobScene scene = scene("a", "b")) {
            scene.maps("a").run();
            losesTheDatabase(scene);
            scene.run();

            scene.maps("b").run();

            assertThat(scene.statesNow()).containsExactly("ALREADY_IMPORTED", "IMPORTED");
        }
    }

    @Test
    void triesAgainWhatCouldNotBeAskedFor() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.maps("a").run();
            losesTheDatabase(scene);
            scene.faults("calls: [{fault: service-unavailable, operations: [DescribeRecord]}]");

            scene.run();

            assertThat(scene.states()).containsExactly("REJECTED REGION_UNREACHABLE");
            scene.faults("");
            assertThat(scene.run().outcome()).isEqualTo(RunOutcome.COMPLETE);
            assertThat(scene.states()).containsExactly("IMPORTED");
        }
    }

    @Test
    void adoptsRowsThatNameTheirVersion() throws Exception {
        try (JobScene scene = scene("a")) {
            scene.header = "stack_arn,product_name,provisioning_artifact_name,provisioned_product_name";
            scene.row(arn(JobScene.REGION, "a") + ",queue,one,a").run();
            losesTheDatabase(scene);

            scene.run();

            assertThat(scene.states()).containsExactly("IMPORTED");
        }
    }

    private static void losesTheDatabase(JobScene scene) {
        DATABASE.empty();
        scene.adopt = true;
    }

    private static List<String> imports() {
        return DATABASE.jdbc()
                .sql("select concat_ws(' ', line, record_id, provisioned_product_id, attempt, idempotency_token,"
                        + " date_trunc('milliseconds', started_at))"
                        + " from mapping_ledger where finished_at > started_at order by line")
                .query(String.class)
                .list();
    }

    private static List<String> warnings() {
        return DATABASE.jdbc()
                .sql("select warning ->> 'code' from mapping_ledger, jsonb_array_elements(warnings) as warning"
                        + " where not (warning ->> 'isNote')::boolean order by line")
                .query(String.class)
                .list();
    }

    private JobScene scene(String... names) throws IOException {
        return JobScene.with(
                DATABASE, directory, Stream.of(names).map(JobScene::stack).toArray(String[]::new));
    }
}
