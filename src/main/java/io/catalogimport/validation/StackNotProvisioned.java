package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.mapping.StackMapping;
import java.util.List;

/** The stack must not be a provisioned product yet; if it is the one that is asked for, only its status is wrong. */
final class StackNotProvisioned implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate.provisionedProductOfStack().stream()
                .map(found -> isAsked(found, candidate.mapping()) ? notAvailable(found) : another(found))
                .toList();
    }

    /** Whether product, version and name are those of the mapping. */
    static boolean isAsked(ProvisionedProduct found, StackMapping mapping) {
        return mapping.productId().equals(found.productId())
                && mapping.provisioningArtifactId().equals(found.provisioningArtifactId())
                && mapping.provisionedProductName().equals(found.name());
    }

    private static Finding notAvailable(ProvisionedProduct found) {
        return Finding.reason(
                "PROVISIONED_PRODUCT_NOT_AVAILABLE",
                "The stack is provisioned product %s already, as asked, but that is %s%s: %s."
                        .formatted(
                                found.id(),
                                found.status(),
                                found.statusMessage() == null ? "" : " (" + found.statusMessage() + ")",
                                found.status().equals("UNDER_CHANGE")
                                        ? "run again when it is AVAILABLE"
                                        : "mend it, or terminate it with its resources retained, then run again"));
    }

    private static Finding another(ProvisionedProduct found) {
        return Finding.reason(
                "STACK_ALREADY_PROVISIONED",
                "The stack is provisioned product %s already, named %s, of product %s, version %s: map it so, or terminate that one with its resources retained first."
                        .formatted(found.id(), found.name(), found.productId(), found.provisioningArtifactId()));
    }
}
