package io.catalogimport.validation;

import io.catalogimport.aws.ProvisioningArtifact;
import java.util.List;
import java.util.Optional;

/** The version must exist in the product, be active and be a CloudFormation template. */
final class ProvisioningArtifactUsable implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        Optional<ProvisioningArtifact> found = candidate.provisioningArtifact();
        String id = candidate.mapping().provisioningArtifactId();
        if (id.isEmpty() || candidate.mapping().productId().isEmpty()) {
            return List.of(); // It has a name that stands for no version.
        }
        if (found.isEmpty()) {
            return List.of(Finding.reason(
                    "ARTIFACT_NOT_FOUND",
                    "Product %s has no version %s: check the provisioning artifact id (pa-…)."
                            .formatted(candidate.mapping().productId(), id)));
        }
        ProvisioningArtifact artifact = found.get();
        if (!artifact.active()) {
            return List.of(Finding.reason(
                    "ARTIFACT_INACTIVE",
                    "Version %s is not active: activate it in Service Catalog, or map another.".formatted(id)));
        }
        if ("FAILED".equals(artifact.status())) {
            return List.of(Finding.reason(
                    "ARTIFACT_NOT_AVAILABLE", "Version %s is FAILED: create it again, or map another.".formatted(id)));
        }
        if (artifact.type() != null && !artifact.type().equals(ProductUsable.TYPE)) {
            return List.of(Finding.reason(
                    "ARTIFACT_TYPE",
                    "Version %s is of type %s; only %s can take a stack."
                            .formatted(id, artifact.type(), ProductUsable.TYPE)));
        }
        return List.of();
    }
}
