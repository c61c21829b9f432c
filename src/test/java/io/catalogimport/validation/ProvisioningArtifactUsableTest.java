package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.ProvisioningArtifact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProvisioningArtifactUsableTest {
    private static final String TEMPLATE = "CLOUD_FORMATION_TEMPLATE";

    private final ValidationScene scene = new ValidationScene();

    @Test
    void takesAnActiveVersion() {
        assertThat(checkArtifact(TEMPLATE, true, "AVAILABLE")).isEmpty();
    }

    @Test
    void takesAVersionOfWhichAwsTellsNoMore() {
        assertThat(checkArtifact(null, true, null)).isEmpty();
    }

    @Test
    void rejectsAVersionThatTheProductDoesNotHave() {
        scene.catalog.artifacts().then(Optional.empty());

        assertThat(scene.check(new ProvisioningArtifactUsable()))
                .containsExactly(Finding.reason(
                        "ARTIFACT_NOT_FOUND",
                        "Product prod-web has no version pa-web-1: check the provisioning artifact id (pa-…)."));
    }

    @Test
    void rejectsAnInactiveVersion() {
        assertThat(checkArtifact(TEMPLATE, false, "AVAILABLE"))
                .containsExactly(Finding.reason(
                        "ARTIFACT_INACTIVE",
                        "Version pa-web-1 is not active: activate it in Service Catalog, or map another."));
    }

    @Test
    void rejectsAVersionThatCouldNotBeMade() {
        assertThat(checkArtifact(TEMPLATE, true, "FAILED"))
                .containsExactly(Finding.reason(
                        "ARTIFACT_NOT_AVAILABLE", "Version pa-web-1 is FAILED: create it again, or map another."));
    }

    @Test
    void rejectsAVersionOfAnotherType() {
        assertThat(checkArtifact("TERRAFORM_OPEN_SOURCE", true, "AVAILABLE"))
                .containsExactly(Finding.reason(
                        "ARTIFACT_TYPE",
                        "Version pa-web-1 is of type TERRAFORM_OPEN_SOURCE; only CLOUD_FORMATION_TEMPLATE can take a"
                                + " stack."));
    }

    private List<Finding> checkArtifact(@Nullable String type, boolean active, @Nullable String status) {
        scene.catalog
                .artifacts()
                .then(Optional.of(new ProvisioningArtifact("pa-web-1", "v1", type, active, null, status, Map.of())));
        return scene.check(new ProvisioningArtifactUsable());
    }
}
