package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.servicecatalog.model.InvalidParametersException;
import software.amazon.awssdk.services.servicecatalog.model.InvalidStateException;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductAttribute;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductStatus;
import software.amazon.awssdk.services.servicecatalog.model.RecordDetail;
import software.amazon.awssdk.services.servicecatalog.model.RecordStatus;

/** What becomes of a provisioned product after its import: it is brought to another version, or fails to be. */
class UpdatingIT {
    private static final String SEED = """
            accounts:
              "111122223333":
                eu-central-1:
                  stacks:
                    - {name: a, template: queue.yaml}
                    - {name: fails, template: queue.yaml, import: {update: fail}}
                    - {name: next, template: queue.yaml}
                    - {name: broken, template: queue.yaml}
                  products:
                    - name: queue
                      id: prod-queue
                      versions:
                        - {name: one, id: pa-one, template: queue.yaml}
                        - {name: two, id: pa-two, template: other.yaml}
                        - {name: old, id: pa-old, template: queue.yaml, active: false}
                  portfolios:
                    - {name: blocks, id: port-blocks, products: [queue]}
                  provisionedProducts:
                    - {name: broken, stack: broken, product: queue, version: two, status: ERROR, message: lost}
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void bringsTheProvisionedProductAndItsStackToTheVersion() throws IOException {
        try (Scene scene = Scene.seeded(directory, SEED)) {
            RecordDetail imported = scene.importStack("a");
            scene.clock().advance(Duration.ofMinutes(1));

            RecordDetail update = update(scene, "a", "pa-two");

            assertThat(update.recordType()).isEqualTo("UPDATE_PROVISIONED_PRODUCT");
            assertThat(update.provisioningArtifactId()).isEqualTo("pa-two");
            assertThat(found(scene, "a").status()).isEqualTo(ProvisionedProductStatus.UNDER_CHANGE);
            assertThat(found(scene, "a").provisioningArtifactId()).isEqualTo("pa-one");
            scene.clock().advance(Duration.ofMinutes(1));
            ProvisionedProductAttribute after = found(scene, "a");
            assertThat(after.status()).isEqualTo(ProvisionedProductStatus.AVAILABLE);
            assertThat(after.provisioningArtifactId()).isEqualTo("pa-two");
            assertThat(after.lastSuccessfulProvisioningRecordId()).isEqualTo(update.recordId());
            assertThat(scene.catalogRecord(imported.recordId()).provisioningArtifactId())
                    .isEqualTo("pa-one");
            assertThat(scene.stack("a").stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
            assertThat(scene.stacks()
                            .getTemplate(request -> request.stackName("a"))
                            .templateBody())
                    .contains("Topic");
        }
    }

    @Test
    void leavesATaintedProvisionedProductOfTheOldVersionWhereItFails() throws IOException {
        try (Scene scene = Scene.seeded(directory, SEED)) {
            RecordDetail imported = scene.importStack("fails");
            scene.clock().advance(Duration.ofMinutes(1));

            RecordDetail update = update(scene, "fails", "pa-two");
            scene.clock().advance(Duration.ofMinutes(1));

            assertThat(scene.catalogRecord(update.recordId()).status()).isEqualTo(RecordStatus.FAILED);
            ProvisionedProductAttribute after = found(scene, "fails");
            assertThat(after.status()).isEqualTo(ProvisionedProductStatus.TAINTED);
            assertThat(after.statusMessage()).contains("rolled back");
            assertThat(after.provisioningArtifactId()).isEqualTo("pa-one");
            assertThat(after.lastSuccessfulProvisioningRecordId()).isEqualTo(imported.recordId());
            assertThat(scene.stack("fails").stackStatus()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        }
    }

    @Test
    void keepsNoImportOfAnotherStackWaiting() throws IOException {
        try (Scene scene = Scene.seeded(directory, SEED)) {
            scene.importStack("a");
            scene.clock().advance(Duration.ofMinutes(1));
            update(scene, "a", "pa-two");

            RecordDetail next = scene.importStack("next");

            assertThat(next.status()).isEqualTo(RecordStatus.CREATED);
        }
    }

    @Test
    void refusesAVersionThatIsNotActiveAndAProductThatIsUnderChange() throws IOException {
        try (Scene scene = Scene.seeded(directory, SEED)) {
            scene.importStack("a");

            assertThatThrownBy(() -> update(scene, "a", "pa-two")).isInstanceOf(InvalidStateException.class);
            scene.clock().advance(Duration.ofMinutes(1));
            assertThatThrownBy(() -> update(scene, "a", "pa-old")).isInstanceOf(InvalidParametersException.class);
        }
    }

    @Test
    void beginsWithWhatTheSeedSaysOfAFailedImport() throws IOException {
        try (Scene scene = Scene.seeded(directory, SEED)) {
            ProvisionedProductAttribute broken = found(scene, "broken");

            assertThat(broken.status()).isEqualTo(ProvisionedProductStatus.ERROR);
            assertThat(broken.statusMessage()).isEqualTo("lost");
            assertThat(broken.provisioningArtifactId()).isEqualTo("pa-two");
            assertThat(broken.lastSuccessfulProvisioningRecordId()).isNull();
        }
    }

    private static RecordDetail update(Scene scene, String name, String version) {
        return scene.catalog()
                .updateProvisionedProduct(request -> request.provisionedProductName(name)
                        .productId("prod-queue")
                        .provisioningArtifactId(version)
                        .updateToken("update-" + name + "-" + version))
                .recordDetail();
    }

    private static ProvisionedProductAttribute found(Scene scene, String name) {
        return scene.catalog().searchProvisionedProducts(request -> {}).provisionedProducts().stream()
                .filter(product -> product.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
