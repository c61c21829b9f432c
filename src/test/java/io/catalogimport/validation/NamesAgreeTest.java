package io.catalogimport.validation;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.Product;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesAgreeTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void takesNamesThatAreThoseOfTheIds() {
        assertThat(scene.check(new NamesAgree(), aMapping().withNames("web", "v1")))
                .isEmpty();
    }

    @Test
    void takesARowWithoutNames() {
        assertThat(scene.check(new NamesAgree())).isEmpty();
    }

    @Test
    void rejectsNamesOfAnotherProductAndVersion() {
        assertThat(scene.check(new NamesAgree(), aMapping().withNames("queue", "v2")))
                .containsExactly(
                        Finding.reason(
                                "PRODUCT_NAME_DIFFERS",
                                "The row names product 'queue', but its product_id prod-web is that of 'web': correct one of"
                                        + " them, or leave one out."),
                        Finding.reason(
                                "ARTIFACT_NAME_DIFFERS",
                                "The row names version 'v2', but its provisioning_artifact_id pa-web-1 is that of 'v1':"
                                        + " correct one of them, or leave one out."));
    }

    @Test
    void saysNothingOfAProductThatIsNotThere() {
        scene.catalog.products().then(Optional.empty());

        assertThat(scene.check(new NamesAgree(), aMapping().withNames("queue", "v1")))
                .isEmpty();
    }

    @Test
    void saysNothingWhereAwsDoesNotSayTheName() {
        scene.catalog.products().then(Optional.of(new Product("prod-web", null, null, null)));

        assertThat(scene.check(new NamesAgree(), aMapping().withNames("queue", "v1")))
                .isEmpty();
    }
}
