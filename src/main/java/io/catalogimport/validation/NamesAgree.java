package io.catalogimport.validation;

import io.catalogimport.aws.Product;
import io.catalogimport.aws.ProvisioningArtifact;
import io.catalogimport.mapping.VersionNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a row gives an id and a name, both must mean the same. The id would count, but a row that contradicts itself may be one
 * that somebody copied from another account or changed in one place only.
 */
final class NamesAgree implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        VersionNames names = candidate.mapping().names();
        List<Finding> findings = new ArrayList<>();
        if (!names.product().isEmpty()) {
            candidate
                    .product()
                    .filter(product -> differs(names.product(), product.name()))
                    .map(product -> differs(names.product(), product))
                    .ifPresent(findings::add);
        }
        if (!names.provisioningArtifact().isEmpty()) {
            candidate
                    .provisioningArtifact()
                    .filter(version -> differs(names.provisioningArtifact(), version.name()))
                    .map(version -> differs(names.provisioningArtifact(), version))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static boolean differs(String inFile, @Nullable String inAws) {
        return inAws != null && !VersionNames.isSame(inFile, inAws);
    }

    private static Finding differs(String inFile, Product product) {
        return Finding.reason(
                "PRODUCT_NAME_DIFFERS",
                "The row names product '%s', but its product_id %s is that of '%s': correct one of them, or leave one out."
                        .formatted(inFile, product.id(), product.name()));
    }

    private static Finding differs(String inFile, ProvisioningArtifact version) {
        return Finding.reason(
                "ARTIFACT_NAME_DIFFERS",
                "The row names version '%s', but its provisioning_artifact_id %s is that of '%s': correct one of them, or leave one out."
                        .formatted(inFile, version.id(), version.name()));
    }
}
