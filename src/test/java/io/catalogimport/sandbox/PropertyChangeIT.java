package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.servicecatalog.model.InvalidParametersException;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductAttribute;
import software.amazon.awssdk.services.servicecatalog.model.RecordDetail;
import software.amazon.awssdk.services.servicecatalog.model.RecordStatus;
import software.amazon.awssdk.services.servicecatalog.model.ResourceNotFoundException;
import software.amazon.awssdk.services.servicecatalog.model.ServiceCatalogException;
import software.amazon.awssdk.services.servicecatalog.model.UpdateProvisionedProductPropertiesResponse;

/** UpdateProvisionedProductProperties: a provisioned product gets another owner or another launch role. */
class PropertyChangeIT {
    private static final String OPERATIONS = "arn:aws:iam::111122223333:role/Operations";

    private Scene scene;
    private RecordDetail imported;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        scene = Scene.with(directory, "{name: a, template: queue.yaml}");
        imported = scene.importStack("a");
        scene.clock().advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void changesTheOwnerWhenItsRecordEnds() {
        UpdateProvisionedProductPropertiesResponse change = change("hand-over", Map.of("OWNER", OPERATIONS));

        assertThat(change.provisionedProductPropertiesAsStrings()).containsEntry("OWNER", OPERATIONS);
        assertThat(change.status()).isEqualTo(RecordStatus.CREATED);
        assertThat(found().userArn()).isNotEqualTo(OPERATIONS);
        scene.clock().advance(Duration.ofMinutes(1));
        assertThat(found().userArn()).isEqualTo(OPERATIONS);
        assertThat(found().lastRecordId()).isEqualTo(change.recordId());
    }

    @Test
    void keepsItsRecordsFromAnEarlierOwner() {
        change("hand-over", Map.of("OWNER", OPERATIONS));
        assertThat(scene.catalogRecord(imported.recordId()).status()).isEqualTo(RecordStatus.SUCCEEDED);
        scene.clock().advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> scene.catalogRecord(imported.recordId()))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void changesTheLaunchRole() {
        change("role", Map.of("LAUNCH_ROLE", OPERATIONS));
        scene.clock().advance(Duration.ofMinutes(1));

        assertThat(scene.catalog()
                        .describeProvisionedProduct(request -> request.name("a"))
                        .provisionedProductDetail()
                        .launchRoleArn())
                .isEqualTo(OPERATIONS);
        assertThat(found().userArn()).isNotEqualTo(OPERATIONS);
    }

    @Test
    void answersARepeatedTokenWithTheSameRecord() {
        String first = change("once", Map.of("OWNER", OPERATIONS)).recordId();

        assertThat(change("once", Map.of("OWNER", OPERATIONS)).recordId()).isEqualTo(first);
    }

    @Test
    void refusesAnOwnerOfAnotherAccountAndALaunchRoleThatIsNone() {
        assertThatThrownBy(() -> change("other", Map.of("OWNER", "arn:aws:iam::222233334444:role/Operations")))
                .isInstanceOf(InvalidParametersException.class);
        assertThatThrownBy(() -> change("user", Map.of("LAUNCH_ROLE", "arn:aws:iam::111122223333:user/somebody")))
                .isInstanceOf(InvalidParametersException.class);
    }

    @Test
    void refusesAPropertyThatDoesNotExist() {
        assertThatThrownBy(() -> change("unknown", Map.of("COLOUR", "blue")))
                .isInstanceOfSatisfying(ServiceCatalogException.class, refusal -> assertThat(
                                refusal.awsErrorDetails().errorCode())
                        .isEqualTo("ValidationException"));
    }

    private UpdateProvisionedProductPropertiesResponse change(String token, Map<String, String> properties) {
        return scene.catalog().updateProvisionedProductProperties(request -> request.provisionedProductId(
                        imported.provisionedProductId())
                .provisionedProductPropertiesWithStrings(properties)
                .idempotencyToken(token));
    }

    private ProvisionedProductAttribute found() {
        return scene.catalog()
                .searchProvisionedProducts(request ->
                        request.accessLevelFilter(level -> level.key("Account").value("self")))
                .provisionedProducts()
                .get(0);
    }
}
