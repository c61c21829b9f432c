package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;
import io.catalogimport.aws.ProvisionedProductStatus;
import java.util.List;
import java.util.Optional;

/**
 * The stack must not be a provisioned product yet. One that is what the mapping asks for is no import that is done, or
 * {@link ImportedProduct} would have said so.
 */
final class StackNotProvisioned implements MappingRule {
    private final Leftover leftover;

    StackNotProvisioned(EarlierImports earlier) {
        this.leftover = new Leftover(earlier);
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        Optional<ProvisionedProduct> owner = candidate.provisionedProductOfStack();
        return owner.flatMap(found -> leftover.finding(found, candidate)).orElseGet(() -> owner.stream()
                .map(found -> candidate.mapping().asksFor(found) ? notAvailable(found) : another(found))
                .toList());
    }

    private static Finding notAvailable(ProvisionedProduct found) {
        return Finding.reason(
                "PROVISIONED_PRODUCT_NOT_AVAILABLE",
                "The stack is already provisioned product %s, as asked, but its status is %s%s: %s."
                        .formatted(
                                found.id(),
                                found.status(),
                                ImportedProduct.words(found),
                                found.status().is(ProvisionedProductStatus.ERROR)
                                        ? "repair it, or terminate it with its resources retained, then run again"
                                        : "run again when it is AVAILABLE"));
    }

    private static Finding another(ProvisionedProduct found) {
        return Finding.reason(
                "STACK_ALREADY_PROVISIONED",
                "The stack is already provisioned product %s, named %s, of product %s, version %s: change the row to match it, or first terminate that provisioned product with its resources retained."
                        .formatted(found.id(), found.name(), found.productId(), found.provisioningArtifactId()));
    }
}
