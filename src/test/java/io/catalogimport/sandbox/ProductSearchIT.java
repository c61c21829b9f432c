package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.servicecatalog.model.InvalidParametersException;
import software.amazon.awssdk.services.servicecatalog.model.ProductViewAggregationValue;
import software.amazon.awssdk.services.servicecatalog.model.ProductViewFilterBy;
import software.amazon.awssdk.services.servicecatalog.model.ProductViewSummary;
import software.amazon.awssdk.services.servicecatalog.model.ProvisioningArtifact;

/** SearchProducts, through the SDK. */
class ProductSearchIT {
    private Scene scene;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        scene = Scene.seeded(directory, """
                accounts:
                  "111122223333":
                    eu-central-1:
                      products:
                        - name: queue
                          id: prod-queue
                          versions:
                            - {name: one, id: pa-one, template: queue.yaml, created: 2026-01-02T03:04:05Z}
                        - {name: topic, id: prod-topic, owner: data, description: A topic}
                        - {name: hidden, id: prod-hidden}
                        - {name: of-others, id: prod-others}
                      portfolios:
                        - {name: blocks, products: [queue, topic]}
                        - {name: closed, products: [of-others], principals: ["arn:aws:iam::111122223333:role/other"]}
                """);
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void showsTheProductsThatTheCallerCanLaunchAndNoOthers() {
        assertThat(scene.catalog().searchProducts(request -> {}).productViewSummaries())
                .extracting(ProductViewSummary::productId)
                .containsExactlyInAnyOrder("prod-queue", "prod-topic");
    }

    @Test
    void showsTheProductsPageByPage() {
        assertThat(scene.catalog().searchProductsPaginator(request -> request.pageSize(1)).stream())
                .extracting(page -> page.productViewSummaries().size())
                .containsExactly(1, 1);
        assertThatThrownBy(() -> scene.catalog().searchProducts(request -> request.pageToken("no such")))
                .isInstanceOf(InvalidParametersException.class);
    }

    @Test
    void findsProductsByTheirWordsAndTheirOwner() {
        assertThat(names(ProductViewFilterBy.FULL_TEXT_SEARCH, "A TOPIC")).containsExactly("topic");
        assertThat(names(ProductViewFilterBy.OWNER, "data")).containsExactly("topic");
        assertThat(names(ProductViewFilterBy.PRODUCT_TYPE, "EXTERNAL")).isEmpty();
    }

    @Test
    void countsTheProductsOfEachOwner() {
        assertThat(scene.catalog()
                        .searchProducts(request -> {})
                        .productViewAggregations()
                        .get("Owner"))
                .extracting(ProductViewAggregationValue::value, ProductViewAggregationValue::approximateCount)
                .containsExactly(tuple("data", 1), tuple("platform", 1));
    }

    @Test
    void aSeedSaysWhenAVersionWasMade() {
        assertThat(scene.catalog()
                        .describeProduct(request -> request.id("prod-queue"))
                        .provisioningArtifacts())
                .extracting(ProvisioningArtifact::createdTime)
                .containsExactly(Instant.parse("2026-01-02T03:04:05Z"));
    }

    private List<String> names(ProductViewFilterBy filter, String value) {
        return scene
                .catalog()
                .searchProducts(request -> request.filters(Map.of(filter, List.of(value))))
                .productViewSummaries()
                .stream()
                .map(ProductViewSummary::name)
                .toList();
    }
}
