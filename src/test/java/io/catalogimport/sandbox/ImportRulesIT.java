package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.servicecatalog.model.DuplicateResourceException;
import software.amazon.awssdk.services.servicecatalog.model.InvalidParametersException;
import software.amazon.awssdk.services.servicecatalog.model.InvalidStateException;
import software.amazon.awssdk.services.servicecatalog.model.ResourceNotFoundException;
import software.amazon.awssdk.services.servicecatalog.model.ServiceCatalogException;

/** What ImportAsProvisionedProduct refuses, and what it does with a repeated request. */
class ImportRulesIT {
    private Scene scene;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        scene = Scene.with(
                directory,
                "{name: a, template: queue.yaml}",
                "{name: b, template: queue.yaml}",
                "{name: nested, template: queue.yaml, parent: a}",
                "{name: StackSet-x-0f8fad5b-d9cb-469f-a165-70867728950e, template: queue.yaml}",
                "{name: StackSet-Admin-Role, template: queue.yaml}",
                "{name: slow, template: queue.yaml, import: {stack: 1h}}",
                "{name: rolled-back, template: queue.yaml, status: ROLLBACK_COMPLETE}",
                "{name: busy, template: queue.yaml, status: UPDATE_IN_PROGRESS}",
                "{name: importing, template: queue.yaml, status: IMPORT_IN_PROGRESS}");
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nested,is nested in",
        "StackSet-x-0f8fad5b-d9cb-469f-a165-70867728950e,stack set",
        "other,does not match"
    })
    void refusesWhatIsNoRootStackOfTheProductsTemplate(String stack, String reason) {
        assertThatThrownBy(() -> scene.importStack(stack))
                .isInstanceOf(InvalidParametersException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void takesAStackThatIsOnlyCalledLikeAStackSet() {
        assertThat(scene.importStack("StackSet-Admin-Role").statusAsString()).isEqualTo("CREATED");
    }

    @ParameterizedTest
    @CsvSource({"rolled-back,ROLLBACK_COMPLETE", "busy,UPDATE_IN_PROGRESS", "importing,IMPORT_IN_PROGRESS"})
    void refusesAStackThatIsNotAtRest(String stack, String status) {
        assertThatThrownBy(() -> scene.importStack(stack))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining(status);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:cloudformation:eu-west-1:111122223333:stack/a/1",
        "arn:aws:cloudformation:eu-central-1:999988887777:stack/a/1",
        "arn:aws:cloudformation:eu-central-1:111122223333:stackset/a:1",
        "a"
    })
    void refusesAPhysicalIdThatIsNoStackOfTheCallersLane(String physicalId) {
        assertThatThrownBy(() -> scene.importStack("a", request -> request.physicalId(physicalId)))
                .isInstanceOf(InvalidParametersException.class);
    }

    @Test
    void refusesAStackThatDoesNotExist() {
        String arn = "arn:aws:cloudformation:eu-central-1:111122223333:stack/gone/1";

        assertThatThrownBy(() -> scene.importStack("a", request -> request.physicalId(arn)))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void refusesAnUnknownProductAndVersionAndAnInactiveVersion() {
        assertThatThrownBy(() -> scene.importStack("a", request -> request.productId("prod-none")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> scene.importStack("a", request -> request.provisioningArtifactId("pa-none")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> scene.importStack("a", request -> request.provisioningArtifactId("pa-old")))
                .isInstanceOf(InvalidParametersException.class)
                .hasMessageContaining("not active");
    }

    @Test
    void refusesATakenNameAndAnImportedStack() {
        scene.importStack("a");
        scene.clock().advance(Duration.ofSeconds(3));

        assertThatThrownBy(() -> scene.importStack("b", request -> request.provisionedProductName("a")))
                .isInstanceOf(DuplicateResourceException.class);
        assertThatThrownBy(() -> scene.importStack(
                        "a", request -> request.provisionedProductName("again").idempotencyToken("again")))
                .isInstanceOf(DuplicateResourceException.class);
    }

    @Test
    void refusesASecondImportUntilTheFirstRecordIsFinal() {
        scene.importStack("a");
        scene.clock().advance(Duration.ofSeconds(1));

        assertThatThrownBy(() -> scene.importStack("b"))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("Another import is in progress");
    }

    @Test
    void refusesASecondImportUntilTheFirstStackIsAtRest() {
        String first = scene.importStack("slow").recordId();
        scene.clock().advance(Duration.ofMinutes(59));

        assertThat(scene.catalogRecord(first).statusAsString()).isEqualTo("SUCCEEDED");
        assertThatThrownBy(() -> scene.importStack("b")).isInstanceOf(InvalidStateException.class);

        scene.clock().advance(Duration.ofMinutes(1));
        assertThat(scene.importStack("b").recordId()).isNotEqualTo(first);
    }

    @Test
    void answersTheSameRequestWithTheSameRecord() {
        String first = scene.importStack("a").recordId();

        assertThat(scene.importStack("a").recordId()).isEqualTo(first);
        scene.clock().advance(Duration.ofMinutes(1));
        assertThat(scene.importStack("a").recordId()).isEqualTo(first);
    }

    @Test
    void refusesAUsedTokenWithOtherParameters() {
        scene.importStack("a");

        assertThatThrownBy(() -> scene.importStack("b", request -> request.idempotencyToken("token-a")))
                .isInstanceOf(InvalidParametersException.class)
                .hasMessageContaining("token-a");
    }

    @Test
    void reportsEveryMemberThatBreaksTheModel() {
        assertThatThrownBy(() -> scene.importStack(
                        "a", request -> request.productId("no id!").provisionedProductName("-")))
                .isInstanceOfSatisfying(ServiceCatalogException.class, refusal -> {
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                    assertThat(refusal.awsErrorDetails().errorMessage())
                            .startsWith("2 validation errors detected: Value 'no id!' at 'productId' failed to satisfy"
                                    + " constraint: Member must satisfy regular expression pattern:")
                            .contains("Value '-' at 'provisionedProductName'");
                });
    }
}
