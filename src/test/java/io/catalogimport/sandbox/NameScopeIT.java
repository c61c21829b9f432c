package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.servicecatalog.model.DuplicateResourceException;
import software.amazon.awssdk.services.servicecatalog.model.RecordDetail;
import software.amazon.awssdk.services.servicecatalog.model.RecordStatus;

/** In what a provisioned product's name is unique: AWS's page says the account, the service is regional. */
class NameScopeIT {
    private static final String REGION = """
                %s:
                  stacks:
                    - {name: a, id: "11111111-1111-1111-1111-111111111111", template: queue.yaml}
                  products:
                    - {name: queue, id: prod-queue, versions: [{name: one, id: pa-one, template: queue.yaml}]}
                  portfolios:
                    - {name: blocks, id: port-blocks, products: [queue]}
            """;
    private static final String SEED = "accounts:\n  \"111122223333\":\n"
            + (REGION.formatted("eu-central-1") + REGION.formatted("eu-west-1")).indent(0);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void isTheAccountWhereNothingIsSaid() throws IOException {
        try (Scene scene = Scene.seeded(directory, SEED)) {
            importIn(scene, "eu-central-1");

            assertThatThrownBy(() -> importIn(scene, "eu-west-1")).isInstanceOf(DuplicateResourceException.class);
        }
    }

    @Test
    void isTheRegionWhereTheSeedSaysSo() throws IOException {
        try (Scene scene = Scene.seeded(directory, "nameScope: region\n" + SEED)) {
            importIn(scene, "eu-central-1");

            assertThat(importIn(scene, "eu-west-1").status()).isEqualTo(RecordStatus.CREATED);
        }
    }

    private static RecordDetail importIn(Scene scene, String region) {
        return scene.catalog("111122223333", region)
                .importAsProvisionedProduct(request -> request.productId("prod-queue")
                        .provisioningArtifactId("pa-one")
                        .provisionedProductName("same")
                        .physicalId("arn:aws:cloudformation:" + region
                                + ":111122223333:stack/a/11111111-1111-1111-1111-111111111111")
                        .idempotencyToken("token-" + region))
                .recordDetail();
    }
}
