package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.catalogimport.aws.ProvisioningArtifact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArtifactCurrentTest {
    private final ValidationScene scene = new ValidationScene();

    @Test
    void warnsOfADeprecatedVersion() {
        assertThat(check(true, "DEPRECATED"))
                .extracting(Finding::code, Finding::blocks, Finding::isNote)
                .containsExactly(tuple("ARTIFACT_DEPRECATED", false, false));
    }

    @Test
    void takesAnyOther() {
        assertThat(check(true, "DEFAULT")).isEmpty();
        assertThat(check(true, null)).isEmpty();
        assertThat(check(false, "DEPRECATED")).as("rejected anyway").isEmpty();
        scene.catalog.artifacts().afresh().then(Optional.empty());
        assertThat(scene.check(new ArtifactCurrent())).isEmpty();
    }

    private List<Finding> check(boolean active, @Nullable String guidance) {
        scene.catalog
                .artifacts()
                .afresh()
                .then(Optional.of(new ProvisioningArtifact(
                        "pa-web-1", "v1", "CLOUD_FORMATION_TEMPLATE", active, guidance, "AVAILABLE", Map.of())));
        return scene.check(new ArtifactCurrent());
    }
}
