package io.catalogimport.job;

import static io.catalogimport.job.JobScene.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.AcceptLanguage;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.AwsOptions;
import io.catalogimport.sandbox.Call;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every call to Service Catalog carries the language that the user wants. */
class AcceptLanguageIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private final Path directory;

    AcceptLanguageIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void isInEveryCallToServiceCatalog() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").aws = new AwsOptions(Optional.empty(), 5, Optional.of(AcceptLanguage.JP));

            assertThat(scene.run().outcome()).isEqualTo(RunOutcome.COMPLETE);

            assertThat(catalogCalls(scene))
                    .extracting(Call::operation)
                    .contains("ImportAsProvisionedProduct", "DescribeRecord", "ListLaunchPaths");
            assertThat(catalogCalls(scene))
                    .allSatisfy(call -> assertThat(call.parameters()).containsEntry("AcceptLanguage", "jp"));
        }
    }

    @Test
    void isInNoCallUnlessTheUserWantsOne() throws Exception {
        try (JobScene scene = JobScene.with(DATABASE, directory, stack("a"))) {
            scene.maps("a").run();

            assertThat(catalogCalls(scene)).isNotEmpty().allSatisfy(call -> assertThat(call.parameters())
                    .doesNotContainKey("AcceptLanguage"));
        }
    }

    private static List<Call> catalogCalls(JobScene scene) {
        return scene.calls().stream()
                .filter(call -> call.service().equals("servicecatalog"))
                .toList();
    }
}
