package io.catalogimport.validation;

import io.catalogimport.aws.ProvisionedProduct;
import java.util.List;
import java.util.Optional;

/** No other stack may have the name. Source: API reference of ImportAsProvisionedProduct. */
final class NameFree implements MappingRule {
    private final Leftover leftover;

    NameFree(EarlierImports earlier) {
        this.leftover = new Leftover(earlier);
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        String stack = candidate.mapping().stackArn().toString();
        Optional<ProvisionedProduct> owner =
                candidate.provisionedProductOfName().filter(found -> !stack.equals(found.physicalId()));
        return owner.flatMap(found -> leftover.finding(found, candidate))
                .orElseGet(() -> owner.stream().map(NameFree::taken).toList());
    }

    private static Finding taken(ProvisionedProduct found) {
        return Finding.reason(
                "NAME_TAKEN",
                "The name %s is taken by provisioned product %s (%s): choose another."
                        .formatted(
                                found.name(),
                                found.id(),
                                found.physicalId() == null ? "stack not known" : found.physicalId()));
    }
}
