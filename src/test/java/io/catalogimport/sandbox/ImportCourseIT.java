package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.servicecatalog.model.InvalidParametersException;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductDetail;
import software.amazon.awssdk.services.servicecatalog.model.RecordDetail;
import software.amazon.awssdk.services.servicecatalog.model.RecordError;

/** How imports go on after the call, for each behaviour that a seed can ask for. */
class ImportCourseIT {
    @Test
    void answersAtOnceWithACreatedRecord(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(directory, "{name: a, template: queue.yaml}")) {
            RecordDetail started = scene.importStack("a");

            assertThat(started.statusAsString()).isEqualTo("CREATED");
            assertThat(started.recordId()).startsWith("rec-");
            assertThat(started.provisionedProductId()).startsWith("pp-");
            assertThat(started.provisionedProductType()).isEqualTo("CFN_STACK");
            assertThat(started.recordType()).isEqualTo("IMPORT_PROVISIONED_PRODUCT");
            assertThat(started.pathId()).isNotEmpty();
            assertThat(started.createdTime()).isEqualTo(scene.clock().instant());
        }
    }

    @Test
    void recordProvisionedProductAndStackMoveOnWithTheClock(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(directory, "{name: a, template: queue.yaml}")) {
            String id = scene.importStack("a").recordId();

            assertThat(states(scene, id)).isEqualTo("CREATED UNDER_CHANGE IMPORT_IN_PROGRESS");
            scene.clock().advance(Duration.ofSeconds(1));
            assertThat(states(scene, id)).isEqualTo("IN_PROGRESS UNDER_CHANGE IMPORT_IN_PROGRESS");
            scene.clock().advance(Duration.ofSeconds(1));
            assertThat(states(scene, id)).isEqualTo("SUCCEEDED AVAILABLE IMPORT_IN_PROGRESS");
            scene.clock().advance(Duration.ofSeconds(1));
            assertThat(states(scene, id)).isEqualTo("SUCCEEDED AVAILABLE IMPORT_COMPLETE");
        }
    }

    @Test
    void aStackMayCompleteLongAfterItsRecord(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(directory, "{name: a, template: queue.yaml, import: {record: 1s, stack: 10m}}")) {
            String id = scene.importStack("a").recordId();

            scene.clock().advance(Duration.ofMinutes(9));
            assertThat(states(scene, id)).isEqualTo("SUCCEEDED AVAILABLE IMPORT_IN_PROGRESS");
            scene.clock().advance(Duration.ofMinutes(1));
            assertThat(states(scene, id)).isEqualTo("SUCCEEDED AVAILABLE IMPORT_COMPLETE");
        }
    }

    @Test
    void aFailingImportRollsTheStackBackAndSaysWhy(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(
                directory,
                "{name: a, template: queue.yaml, import: {outcome: fail, code: Denied, message: no right}}")) {
            String id = scene.importStack("a").recordId();

            scene.clock().advance(Duration.ofSeconds(2));
            assertThat(states(scene, id)).isEqualTo("FAILED ERROR IMPORT_ROLLBACK_IN_PROGRESS");
            scene.clock().advance(Duration.ofSeconds(1));
            assertThat(states(scene, id)).isEqualTo("FAILED ERROR IMPORT_ROLLBACK_COMPLETE");
            assertThat(scene.catalogRecord(id).recordErrors())
                    .containsExactly(RecordError.builder()
                            .code("Denied")
                            .description("no right")
                            .build());
            assertThat(product(scene, id).statusMessage()).isEqualTo("no right");
        }
    }

    @Test
    void aHangingRecordStaysInProgress(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(directory, "{name: a, template: queue.yaml, import: hang}")) {
            String id = scene.importStack("a").recordId();

            scene.clock().advance(Duration.ofDays(30));

            assertThat(states(scene, id)).isEqualTo("IN_PROGRESS UNDER_CHANGE IMPORT_IN_PROGRESS");
        }
    }

    @Test
    void aStackMayNeverCompleteThoughItsRecordSucceeds(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(directory, "{name: a, template: queue.yaml, import: hang-stack}")) {
            String id = scene.importStack("a").recordId();

            scene.clock().advance(Duration.ofDays(30));

            assertThat(states(scene, id)).isEqualTo("SUCCEEDED AVAILABLE IMPORT_IN_PROGRESS");
        }
    }

    @Test
    void importsWithoutAPlanOfTheirOwnGoAsTheFaultsSay(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(directory, "{name: a, template: queue.yaml}")) {
            scene.sandbox().faults("imports: [{outcome: taint, probability: 1, regions: [eu-central-1]}]");
            String id = scene.importStack("a").recordId();

            scene.clock().advance(Duration.ofSeconds(3));

            assertThat(states(scene, id)).isEqualTo("SUCCEEDED TAINTED IMPORT_COMPLETE");
        }
    }

    @Test
    void aRefusalByChanceIsTheSameForTheSameTokenOnly(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(directory, "{name: a, template: queue.yaml}")) {
            // With this seed number, the stack's first attempt is refused and its second is not.
            scene.sandbox().faults("seed: 1\nimports: [{outcome: refuse, message: no, probability: 0.5}]");

            assertThatThrownBy(() -> scene.importStack("a")).hasMessageContaining("no");
            assertThatThrownBy(() -> scene.importStack("a")).hasMessageContaining("no");
            assertThat(scene.importStack("a", request -> request.idempotencyToken("other"))
                            .recordId())
                    .isNotEmpty();
        }
    }

    @Test
    void aStackMayKeepItsStatusForEver(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(
                directory, "{name: a, template: queue.yaml, status: UPDATE_COMPLETE, import: keep-status}")) {
            String id = scene.importStack("a").recordId();

            scene.clock().advance(Duration.ofDays(30));

            assertThat(states(scene, id)).isEqualTo("SUCCEEDED AVAILABLE UPDATE_COMPLETE");
        }
    }

    @Test
    void aProvisionedProductMayEndTainted(@TempDir Path directory) throws IOException {
        try (Scene scene = Scene.with(directory, "{name: a, template: queue.yaml, import: taint}")) {
            String id = scene.importStack("a").recordId();

            scene.clock().advance(Duration.ofSeconds(3));

            assertThat(states(scene, id)).isEqualTo("SUCCEEDED TAINTED IMPORT_COMPLETE");
        }
    }

    @Test
    void theCallItselfMayBeRefused(@TempDir Path directory) throws IOException {
        try (Scene scene =
                Scene.with(directory, "{name: a, template: queue.yaml, import: {outcome: refuse, message: no}}")) {
            assertThatThrownBy(() -> scene.importStack("a"))
                    .isInstanceOf(InvalidParametersException.class)
                    .hasMessageContaining("no");
        }
    }

    private static String states(Scene scene, String recordId) {
        return scene.catalogRecord(recordId).statusAsString() + " "
                + product(scene, recordId).statusAsString() + " "
                + scene.stack("a").stackStatusAsString();
    }

    private static ProvisionedProductDetail product(Scene scene, String recordId) {
        String id = scene.catalogRecord(recordId).provisionedProductId();
        return scene.catalog()
                .describeProvisionedProduct(request -> request.id(id))
                .provisionedProductDetail();
    }
}
