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

        assertThat(scene.check(new NameFree(EarlierImports.UNKNOWN))).isEmpty();
    }

    @Test
    void rejectsANameThatAnotherStackHas() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .ofStack("arn:of:another")
                        .build()));

        assertThat(scene.check(new NameFree(EarlierImports.UNKNOWN)))
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

        assertThat(scene.check(new NameFree(EarlierImports.UNKNOWN)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("(stack not known)"));
    }

    @Test
    void saysThatAnEarlierImportLeftTheOneThatHasTheName() {
        scene.earlier = KnownBefore.made("pp-1");
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .withoutPhysicalId()
                        .inStatus("ERROR")
                        .build()));

        assertThat(scene.check(new NameFree(scene.earlier)))
                .extracting(Finding::code)
                .containsExactly("LEFT_BY_FAILED_IMPORT");
    }

    @Test
    void takesTheNameThatTheStackItselfHas() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build()).build()));

        assertThat(scene.check(new NameFree(EarlierImports.UNKNOWN))).isEmpty();
    }
}
