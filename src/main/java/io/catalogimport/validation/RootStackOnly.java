package io.catalogimport.validation;

import io.catalogimport.aws.StackDescription;
import java.util.List;
import java.util.Objects;

/** A nested stack cannot be imported, only its root. Source: API reference of ImportAsProvisionedProduct. */
final class RootStackOnly implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate.stack().map(StackDescription::parentId).stream()
                .filter(Objects::nonNull)
                .map(parent -> Finding.reason(
                        "NESTED_STACK", "The stack is nested in %s: map the root stack instead.".formatted(parent)))
                .toList();
    }
}
