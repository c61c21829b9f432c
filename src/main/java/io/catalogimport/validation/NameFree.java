package io.catalogimport.validation;

import java.util.List;

/** No other stack may have the name. Source: API reference of ImportAsProvisionedProduct. */
final class NameFree implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        String stack = candidate.mapping().stackArn().toString();
        return candidate.provisionedProductOfName().stream()
                .filter(found -> !stack.equals(found.physicalId()))
                .map(found -> Finding.reason(
                        "NAME_TAKEN",
                        "The name %s is taken by provisioned product %s (%s): choose another."
                                .formatted(
                                        found.name(),
                                        found.id(),
                                        found.physicalId() == null ? "stack not known" : found.physicalId())))
                .toList();
    }
}
