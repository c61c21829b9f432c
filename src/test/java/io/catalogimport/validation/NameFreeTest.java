package io.catalogimport.validation;

import static io.catalogimport.aws.ProvisionedProductBuilder.provisionedProductOf;
import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameFreeTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void takesANameThatNoOtherHas() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().named("other").build())
                        .ofStack("arn:of:another")
                        .build()));

        assertThat(scene.check(new NameFree())).isEmpty();
    }

    @Test
    void rejectsANameThatAnotherStackHas() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .ofStack("arn:of:another")
                        .build()));

        assertThat(scene.check(new NameFree()))
                .containsExactly(Finding.reason(
                        "NAME_TAKEN",
                        "The name orders-live is taken by provisioned product pp-1 (arn:of:another): choose another."));
    }

    @Test
    void rejectsANameThatSomethingWithoutAStackHas() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .withoutPhysicalId()
                        .build()));

        assertThat(scene.check(new NameFree())).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .contains("(stack not known)"));
    }

    @Test
    void takesTheNameThatTheStackItselfHas() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build()).build()));

        assertThat(scene.check(new NameFree())).isEmpty();
    }
}
