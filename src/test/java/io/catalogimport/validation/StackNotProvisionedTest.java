package io.catalogimport.validation;

import static io.catalogimport.aws.ProvisionedProductBuilder.provisionedProductOf;
import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.mapping.MappingBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackNotProvisionedTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void takesAStackThatBelongsToNoProvisionedProduct() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(
                        provisionedProductOf(aMapping().ofStack("payments").build())
                                .build()));

        assertThat(scene.check(new StackNotProvisioned())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("others")
    void rejectsAStackThatIsAnotherProvisionedProduct(MappingBuilder other) {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(other.build()).build()));

        assertThat(scene.check(new StackNotProvisioned()))
                .extracting(Finding::code)
                .containsExactly("STACK_ALREADY_PROVISIONED");
    }

    static Stream<MappingBuilder> others() {
        return Stream.of(
                aMapping().toProduct("prod-other"),
                aMapping().toArtifact("pa-other"),
                aMapping().named("b"));
    }

    @Test
    void saysWhatTheStackIsAlready() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(
                        provisionedProductOf(aMapping().named("legacy").build()).build()));

        assertThat(scene.check(new StackNotProvisioned()))
                .containsExactly(Finding.reason(
                        "STACK_ALREADY_PROVISIONED",
                        "The stack is provisioned product pp-1 already, named legacy, of product prod-web, version"
                                + " pa-web-1: map it so, or terminate that one with its resources retained first."));
    }

    @Test
    void saysThatTheRightProvisionedProductIsNotAvailable() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .inStatus("TAINTED", "an update failed")
                        .build()));

        assertThat(scene.check(new StackNotProvisioned()))
                .containsExactly(Finding.reason(
                        "PROVISIONED_PRODUCT_NOT_AVAILABLE",
                        "The stack is provisioned product pp-1 already, as asked, but that is TAINTED (an update"
                                + " failed): mend it, or terminate it with its resources retained, then run again."));
    }

    @Test
    void saysThatTheRightProvisionedProductIsStillBeingChanged() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .inStatus("UNDER_CHANGE")
                        .build()));

        assertThat(scene.check(new StackNotProvisioned()))
                .extracting(Finding::sentence)
                .containsExactly("The stack is provisioned product pp-1 already, as asked, but that is UNDER_CHANGE:"
                        + " run again when it is AVAILABLE.");
    }

    @Test
    void takesAStackWhoseProvisionedProductIsTerminated() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .inStatus("TERMINATED")
                        .build()));

        assertThat(scene.check(new StackNotProvisioned())).isEmpty();
    }
}
