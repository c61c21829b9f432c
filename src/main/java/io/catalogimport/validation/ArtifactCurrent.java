package io.catalogimport.validation;

import io.catalogimport.aws.ProvisioningArtifact;
import java.util.List;

/**
 * A deprecated version cannot be launched. Whether an import counts as a launch is not documented. Source: API
 * reference of UpdateProvisioningArtifact, on Guidance.
 */
final class ArtifactCurrent implements MappingRule {
    private static final String DEPRECATED = "DEPRECATED";

    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate
                .provisioningArtifact()
                .filter(ProvisioningArtifact::active)
                .filter(artifact -> DEPRECATED.equals(artifact.guidance()))
                .map(artifact -> Finding.warning(
                        "ARTIFACT_DEPRECATED",
                        "Version %s is deprecated: AWS may refuse to import it. Map a newer version, or set the guidance of this one to DEFAULT first."
                                .formatted(artifact.id())))
                .stream()
                .toList();
    }
}
