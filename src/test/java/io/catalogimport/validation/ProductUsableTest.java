package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.Product;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProductUsableTest {
    private static final String TEMPLATE = "CLOUD_FORMATION_TEMPLATE";

    private final ValidationScene scene = new ValidationScene();

    @Test
    void takesAnAvailableProductOfCloudFormationTemplates() {
        assertThat(checkProduct(TEMPLATE, "AVAILABLE")).isEmpty();
    }

    @Test
    void takesAProductOfWhichTheEndUserSeesNoMore() {
        assertThat(checkProduct(null, null)).isEmpty();
    }

    @Test
    void rejectsAProductThatIsNotThere() {
        scene.catalog.products().then(Optional.empty());

        assertThat(scene.check(new ProductUsable()))
                .containsExactly(
                        Finding.reason(
                                "PRODUCT_NOT_FOUND",
                                "There is no product prod-web in 111122223333/eu-central-1, or none that these credentials"
                                        + " may see: check the id and the portfolio's access. Access granted just now? Try again in a minute."));
    }

    @Test
    void rejectsAProductOfAnotherType() {
        assertThat(checkProduct("EXTERNAL", "AVAILABLE"))
                .containsExactly(Finding.reason(
                        "PRODUCT_TYPE",
                        "Product prod-web is of type EXTERNAL; only CLOUD_FORMATION_TEMPLATE can take a stack."));
    }

    @Test
    void rejectsAProductThatCouldNotBeMade() {
        assertThat(checkProduct(TEMPLATE, "FAILED"))
                .containsExactly(Finding.reason(
                        "PRODUCT_NOT_AVAILABLE", "Product prod-web is FAILED: fix it in Service Catalog."));
    }

    private List<Finding> checkProduct(@Nullable String type, @Nullable String status) {
        scene.catalog.products().then(Optional.of(new Product("prod-web", "web", type, status)));
        return scene.check(new ProductUsable());
    }
}
