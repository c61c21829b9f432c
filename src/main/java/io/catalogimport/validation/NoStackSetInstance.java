package io.catalogimport.validation;

import java.util.List;

/**
 * Stack sets cannot be imported. CloudFormation does not tell of a stack that it belongs to one, except by the name that
 * it gives such a stack. Source: API reference of ImportAsProvisionedProduct; the name is common knowledge.
 */
final class NoStackSetInstance implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        if (!candidate.mapping().stackArn().stackName().startsWith("StackSet-")) {
            return List.of();
        }
        return List.of(Finding.reason(
                "STACK_SET_INSTANCE",
                "The stack belongs to a stack set, which Service Catalog does not import: remove the row."));
    }
}
