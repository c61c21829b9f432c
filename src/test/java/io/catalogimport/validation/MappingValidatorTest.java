package io.catalogimport.validation;

import static io.catalogimport.aws.AwsFailures.refused;
import static io.catalogimport.aws.AwsFailures.throttled;
import static io.catalogimport.aws.AwsFailures.unavailable;
import static io.catalogimport.aws.FakeCatalog.launchPaths;
import static io.catalogimport.aws.ProvisionedProductBuilder.provisionedProductOf;
import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsFailures;
import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductBuilder;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.mapping.StackMapping;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingValidatorTest {
    private static final StackMapping MAPPING = aMapping().build();

    private final ValidationScene scene = new ValidationScene();

    @BeforeEach
    void giveStackAndVersionOneTemplate() {
        scene.bothHaveTemplate("Resources: {Topic: {Type: 'AWS::SNS::Topic'}}");
    }

    @Test
    void findsAMappingImportableThatKeepsAllRules() {
        assertThat(scene.validator().validate(MAPPING))
                .isEqualTo(new Verdict.Importable(List.of(), "CREATE_COMPLETE", "lpv3-1"));
    }

    @Test
    void passesWarningsOnWithAnImportableMapping() {
        scene.catalog.launchPaths().then(launchPaths(3));

        Verdict verdict = scene.validator().validate(MAPPING);

        assertThat(verdict)
                .isInstanceOfSatisfying(Verdict.Importable.class, importable -> assertThat(importable.warnings())
                        .extracting(Finding::code)
                        .containsExactly("SEVERAL_LAUNCH_PATHS"));
    }

    @Test
    void tellsAllReasonsAndWarningsAtOnce() {
        scene.stacks.shows("ROLLBACK_COMPLETE").nestedIn("arn:of:parent");
        scene.catalog.artifacts().afresh().then(Optional.empty());
        scene.catalog.launchPaths().then(launchPaths(2));
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(
                        provisionedProductOf(MAPPING).ofStack("arn:of:another").build()));

        Verdict verdict = scene.validator()
                .validate(aMapping()
                        .ofStack("StackSet-x-0f8fad5b-d9cb-469f-a165-70867728950e")
                        .named("orders-live")
                        .build());

        assertThat(rejection(verdict))
                .extracting(Finding::blocks, Finding::code)
                .containsExactly(
                        tuple(true, "STACK_STATUS"),
                        tuple(true, "NESTED_STACK"),
                        tuple(true, "STACK_SET_INSTANCE"),
                        tuple(true, "NAME_TAKEN"),
                        tuple(true, "ARTIFACT_NOT_FOUND"),
                        tuple(false, "SEVERAL_LAUNCH_PATHS"));
    }

    @Test
    void asksForWhatMappingsShareOnceUntilTheLaneIsFinished() {
        MappingValidator validator = scene.validator();

        validator.validate(MAPPING);
        validator.validate(aMapping().onLine(3).build());
        assertThat(scene.catalog.calls()).as("before").doesNotHaveDuplicates();

        validator.finished(MAPPING.stackArn().lane());
        validator.validate(aMapping().onLine(4).build());
        assertThat(scene.catalog.calls()).as("after").allSatisfy(call -> assertThat(
                        Collections.frequency(scene.catalog.calls(), call))
                .as(call)
                .isEqualTo(2));
    }

    @Test
    void seesWhatHasChangedSinceTheLaneWasFinished() {
        MappingValidator validator = scene.validator();
        validator.validate(MAPPING);
        scene.catalog.artifacts().afresh().then(Optional.empty());
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(
                        provisionedProductOf(MAPPING).ofStack("arn:of:another").build()));

        validator.finished(MAPPING.stackArn().lane());

        assertThat(rejection(validator.validate(MAPPING)))
                .extracting(Finding::code)
                .containsExactly("NAME_TAKEN", "ARTIFACT_NOT_FOUND");
    }

    @Test
    void keepsWhatItKnowsOfOtherLanesWhenOneIsFinished() {
        MappingValidator validator = scene.validator();
        validator.validate(MAPPING);
        List<String> before = List.copyOf(scene.catalog.calls());

        validator.finished(aMapping().inRegion("us-east-1").build().stackArn().lane());
        validator.validate(aMapping().onLine(3).build());

        assertThat(scene.catalog.calls()).isEqualTo(before);
    }

    @Test
    void findsAStackAlreadyImportedThatIsThatVeryProvisionedProduct() {
        scene.stacks.shows("UPDATE_FAILED");
        ProvisionedProduct there =
                provisionedProductOf(MAPPING).withId("pp-there").build();
        scene.catalog.allProvisionedProducts().then(List.of(there));

        assertThat(scene.validator().validate(MAPPING)).isEqualTo(new Verdict.AlreadyImported(there, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AVAILABLE", "TAINTED"})
    void findsAStackAlreadyImportedThatHasAnotherVersionNow(String status) {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(
                        provisionedProductOf(aMapping().toArtifact("pa-next").build())
                                .inStatus(status)
                                .build()));

        assertThat(codes(scene.validator().validate(MAPPING))).first().isEqualTo("IMPORTED_WITH_ANOTHER_VERSION");
    }

    @Test
    void namesTheStatusThatAnImportedProductHasNow() {
        ProvisionedProduct tainted = provisionedProductOf(MAPPING)
                .inStatus("TAINTED", "an update failed")
                .build();
        scene.catalog.allProvisionedProducts().then(List.of(tainted));

        assertThat(scene.validator().validate(MAPPING))
                .isEqualTo(new Verdict.AlreadyImported(
                        tainted,
                        List.of(Finding.warning(
                                "IMPORTED_BUT_TAINTED",
                                "The stack is already provisioned product pp-1, which is now TAINTED (an update failed):"
                                        + " look in Service Catalog for the reason."))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNDER_CHANGE", "ERROR", "PLAN_IN_PROGRESS"})
    void takesAnUnsettledProductForImportedOnlyWithAProof(String status) {
        ProvisionedProductBuilder unsettled = provisionedProductOf(MAPPING).inStatus(status);
        scene.catalog.allProvisionedProducts().then(List.of(unsettled.build()));

        assertThat(rejection(scene.validator().validate(MAPPING)))
                .extracting(Finding::code)
                .containsExactly("PROVISIONED_PRODUCT_NOT_AVAILABLE");
        scene.earlier = KnownBefore.succeeded("pp-1");
        assertThat(codes(scene.validator().validate(MAPPING))).containsExactly("IMPORTED_BUT_" + status);
        scene.earlier = EarlierImports.UNKNOWN;
        scene.catalog
                .allProvisionedProducts()
                .afresh()
                .then(List.of(unsettled.lastSuccessfulRecord("rec-1").build()));
        assertThat(codes(scene.validator().validate(MAPPING))).containsExactly("IMPORTED_BUT_" + status);
    }

    private static List<String> codes(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.AlreadyImported.class);
        return ((Verdict.AlreadyImported) verdict)
                .warnings().stream().map(Finding::code).toList();
    }

    @Test
    void doesNotTakeAnUnavailableProvisionedProductForAnImportThatIsDone() {
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(MAPPING).inStatus("ERROR").build()));

        assertThat(rejection(scene.validator().validate(MAPPING)))
                .extracting(Finding::code)
                .containsExactly("PROVISIONED_PRODUCT_NOT_AVAILABLE");
    }

    @Test
    void rejectsWithAwssCodeWhereALookIsRefusedAndGoesOnLooking() {
        scene.catalog.products().thenThrow(refused("InvalidParametersException"));
        scene.catalog.artifacts().afresh().then(Optional.empty());

        assertThat(rejection(scene.validator().validate(MAPPING)))
                .extracting(Finding::code)
                .contains("InvalidParametersException", "ARTIFACT_NOT_FOUND");
    }

    @Test
    void rejectsWhereTheLookAtTheStackIsRefused() {
        scene.stacks.fails(refused("ValidationError"));

        assertThat(rejection(scene.validator().validate(MAPPING)))
                .containsExactly(Finding.reason(
                        "ValidationError", "AWS answered ValidationError to an operation: no (request id req-1)."));
    }

    @Test
    void onlyWarnsOfAnOperationThatAStandInForAwsDoesNotHave() {
        scene.catalog.allProvisionedProducts().thenThrow(refused("UnknownOperationException"));

        Verdict verdict = scene.validator().validate(MAPPING);

        assertThat(verdict)
                .isInstanceOfSatisfying(Verdict.Importable.class, importable -> assertThat(importable.warnings())
                        .isNotEmpty()
                        .allSatisfy(warning -> {
                            assertThat(warning.code()).isEqualTo("CHECK_NOT_POSSIBLE");
                            assertThat(warning.sentence()).endsWith("This was not checked.");
                        }));
    }

    @Test
    void rejectsAloneWhereAPermissionIsMissing() {
        scene.catalog.products().thenThrow(AwsFailures.accessDenied());

        assertThat(rejection(scene.validator().validate(MAPPING)))
                .containsExactly(Finding.reason("ACCESS_DENIED", "AWS answered AccessDenied."));
    }

    @Test
    void asksOnlyOnceForWhatIsDenied() {
        scene.catalog.products().thenThrow(AwsFailures.accessDenied());
        MappingValidator validator = scene.validator();

        validator.validate(MAPPING);
        validator.validate(aMapping().ofStack("payments").build());

        assertThat(Collections.frequency(scene.catalog.calls(), "findProduct")).isEqualTo(1);
    }

    @Test
    void endsTheRunWhereAwsAcceptsTheCredentialsNowhere() {
        scene.catalog.products().thenThrow(AwsFailures.expired());

        assertThatThrownBy(() -> scene.validator().validate(MAPPING)).isInstanceOf(AwsCredentialsException.class);
    }

    @Test
    void rejectsARegionThatIsNotEnabledAndNothingElse() {
        scene.catalog.allProvisionedProducts().thenThrow(AwsFailures.regionNotEnabled());

        assertThat(rejection(scene.validator().validate(MAPPING)))
                .singleElement()
                .extracting(Finding::code)
                .isEqualTo("REGION_NOT_ENABLED");
    }

    @Test
    void asksForWhatRowsShareOnlyOnceInARun() {
        MappingValidator validator = scene.validator();

        validator.validate(MAPPING);
        validator.validate(aMapping().ofStack("payments").build());

        assertThat(scene.catalog.calls())
                .containsExactlyInAnyOrder(
                        "provisionedProducts", "findProduct", "findProvisioningArtifact", "launchPaths", "updateTerms");
        assertThat(Collections.frequency(scene.stacks.calls(), "describe"))
                .as("each row's own stack")
                .isEqualTo(2);
    }

    @Test
    void asksInEachLaneForItself() {
        MappingValidator validator = scene.validator();

        validator.validate(MAPPING);
        validator.validate(aMapping().inRegion("us-east-1").build());

        assertThat(scene.catalog.calls()).hasSize(10);
        assertThat(Collections.frequency(scene.catalog.calls(), "provisionedProducts"))
                .isEqualTo(2);
    }

    @Test
    void readsOnlyOnceATemplateThatLanesShare() {
        String origin = "arn:aws:cloudformation:eu-central-1:999988887777:stack/origin/1";
        scene.versionTellsOfItsTemplate(Map.of("ImportFromPhysicalId", origin));
        MappingValidator validator = scene.validator();

        validator.validate(MAPPING);
        validator.validate(aMapping().inAccount("444455556666").build());

        assertThat(Collections.frequency(scene.stacks.calls(), "template"))
                .as("one of each row's stack, and one of the product's")
                .isEqualTo(3);
    }

    @Test
    void waitsWhileAwsIsBusy() {
        scene.catalog
                .launchPaths()
                .thenThrow(throttled())
                .thenThrow(unavailable())
                .then(launchPaths(1));

        assertThat(scene.validator().validate(MAPPING))
                .isEqualTo(new Verdict.Importable(List.of(), "CREATE_COMPLETE", "lpv3-1"));
        assertThat(scene.time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void rejectsWhatCannotBeReachedAndNothingElse() {
        scene.catalog.launchPaths().thenThrow(unavailable());

        assertThat(rejection(scene.validator().validate(MAPPING)))
                .containsExactly(Finding.reason("REGION_UNREACHABLE", "AWS answered ApiCallTimeoutException."));
        assertThat(scene.time.waited()).isBetween(Duration.ofSeconds(280), Duration.ofMinutes(5));
    }

    @Test
    void asksALaneThatDidNotAnswerNoMore() {
        scene.stacks.fails(unavailable());
        MappingValidator validator = scene.validator();
        validator.validate(MAPPING);
        Duration waited = scene.time.waited();

        Verdict second = validator.validate(aMapping().ofStack("payments").build());

        assertThat(rejection(second)).extracting(Finding::code).containsExactly("REGION_UNREACHABLE");
        assertThat(scene.time.waited()).isEqualTo(waited);
    }

    @Test
    void stopsBetweenTwoTries() {
        scene.catalog.launchPaths().thenThrow(unavailable());
        scene.time.stopAfterWaits(1);

        assertThatThrownBy(() -> scene.validator().validate(MAPPING)).isInstanceOf(StopRequestedException.class);
    }

    @Test
    void rejectsAloneWhereARuleFails() {
        scene.catalog.launchPaths().thenThrow(new IllegalStateException("broken"));

        assertThat(rejection(scene.validator().validate(MAPPING)))
                .containsExactly(Finding.reason(
                        "CHECK_FAILED",
                        "The row could not be checked, because of an error in this program (IllegalStateException)."
                                + " Run it again with --debug, and report what the log says of it."));
    }

    @Test
    void rejectsAloneWhereTheStackCannotBeUnderstood() {
        scene.stacks.fails(new NullPointerException());

        assertThat(rejection(scene.validator().validate(MAPPING)))
                .extracting(Finding::code)
                .containsExactly("CHECK_FAILED");
    }

    @Test
    void rejectsNothingWhereTheMappingsThatComeNextCannotBeRead() {
        IllegalStateException outage = new IllegalStateException("The database is away");
        scene.upcoming = (lane, line, limit) -> {
            throw outage;
        };

        assertThatThrownBy(() -> scene.validator().validate(MAPPING)).isSameAs(outage);
    }

    @Test
    void rejectsNothingWhereEarlierImportsCannotBeRead() {
        IllegalStateException outage = new IllegalStateException("The database is away");
        scene.earlier = new EarlierImports() {
            @Override
            public boolean succeeded(String stackArn, ProvisionedProduct product) {
                throw outage;
            }

            @Override
            public boolean made(String stackArn, ProvisionedProduct product) {
                throw outage;
            }
        };
        scene.catalog
                .allProvisionedProducts()
                .then(List.of(provisionedProductOf(MAPPING).inStatus("ERROR").build()));

        assertThatThrownBy(() -> scene.validator().validate(MAPPING)).isSameAs(outage);
    }

    private static List<Finding> rejection(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        return ((Verdict.Rejected) verdict).reasons();
    }
}
