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

        assertThat(scene.check(new StackNotProvisioned(EarlierImports.UNKNOWN))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("others")
    void rejectsAStackThatIsAnotherProvisionedProduct(MappingBuilder other) {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(other.build()).build()));

        assertThat(scene.check(new StackNotProvisioned(EarlierImports.UNKNOWN)))
                .extracting(Finding::code)
                .containsExactly("STACK_ALREADY_PROVISIONED");
    }

    static Stream<MappingBuilder> others() {
        return Stream.of(aMapping().toProduct("prod-other"), aMapping().named("b"));
    }

    @Test
    void saysWhatTheStackIsAlready() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(
                        provisionedProductOf(aMapping().named("legacy").build()).build()));

        assertThat(scene.check(new StackNotProvisioned(EarlierImports.UNKNOWN)))
                .containsExactly(Finding.reason(
                        "STACK_ALREADY_PROVISIONED",
                        "The stack is already provisioned product pp-1, named legacy, of product prod-web, version"
                                + " pa-web-1: change the row to match it, or first terminate that provisioned product with its"
                                + " resources retained."));
    }

    @Test
    void saysThatAnotherPartysImportFailed() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .inStatus("ERROR", "no role")
                        .build()));

        assertThat(scene.check(new StackNotProvisioned(EarlierImports.UNKNOWN)))
                .containsExactly(Finding.reason(
                        "PROVISIONED_PRODUCT_NOT_AVAILABLE",
                        "The stack is already provisioned product pp-1, as asked, but its status is ERROR (no role): repair it,"
                                + " or terminate it with its resources retained, then run again."));
    }

    @Test
    void saysHowToRemoveWhatAnEarlierImportLeft() {
        scene.earlier = KnownBefore.made("pp-1");
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .inStatus("ERROR", "no role")
                        .build()));

        assertThat(scene.check(new StackNotProvisioned(scene.earlier)))
                .containsExactly(
                        Finding.reason(
                                "LEFT_BY_FAILED_IMPORT",
                                "An earlier import by this program failed and left provisioned product pp-1, named orders-live, in"
                                        + " status ERROR (no role). Remove it with 'aws servicecatalog terminate-provisioned-product"
                                        + " --provisioned-product-id pp-1 --terminate-token remove-pp-1"
                                        + " --retain-physical-resources --region eu-central-1' (the stack stays), then run again."));
    }

    @Test
    void knowsWhatAnImportUnderAnotherNameLeft() {
        scene.earlier = KnownBefore.made("pp-1");
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().named("before").build())
                        .inStatus("ERROR")
                        .build()));

        assertThat(scene.check(new StackNotProvisioned(scene.earlier)))
                .extracting(Finding::code)
                .containsExactly("LEFT_BY_FAILED_IMPORT");
    }

    @Test
    void takesNothingForALeftoverThatWasProvisionedOnce() {
        scene.earlier = KnownBefore.made("pp-1");
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().named("before").build())
                        .inStatus("ERROR")
                        .lastSuccessfulRecord("rec-1")
                        .build()));

        assertThat(scene.check(new StackNotProvisioned(scene.earlier)))
                .extracting(Finding::code)
                .containsExactly("STACK_ALREADY_PROVISIONED");
    }

    @Test
    void prefersWhatALaterImportMadeToWhatAnEarlierOneLeft() {
        scene.earlier = KnownBefore.made("pp-0");
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(
                        provisionedProductOf(aMapping().named("b").build()).build(),
                        provisionedProductOf(aMapping().build())
                                .withId("pp-0")
                                .inStatus("ERROR")
                                .build()));

        assertThat(scene.check(new StackNotProvisioned(scene.earlier)))
                .extracting(Finding::code)
                .containsExactly("STACK_ALREADY_PROVISIONED");
    }

    @Test
    void saysThatTheRightProvisionedProductIsStillBeingChanged() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .inStatus("UNDER_CHANGE")
                        .build()));

        assertThat(scene.check(new StackNotProvisioned(EarlierImports.UNKNOWN)))
                .extracting(Finding::sentence)
                .containsExactly(
                        "The stack is already provisioned product pp-1, as asked, but its status is UNDER_CHANGE:"
                                + " run again when it is AVAILABLE.");
    }

    @Test
    void takesAStackWhoseProvisionedProductIsTerminated() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(aMapping().build())
                        .inStatus("TERMINATED")
                        .build()));

        assertThat(scene.check(new StackNotProvisioned(EarlierImports.UNKNOWN))).isEmpty();
    }
}
