package io.catalogimport.validation;

import java.util.List;

/** A stack with that ARN must exist. */
final class StackExists implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        if (candidate.stack().isPresent()) {
            return List.of();
        }
        return List.of(Finding.reason(
                "STACK_NOT_FOUND",
                "There is no stack %s in %s: check the ARN, or remove the row."
                        .formatted(candidate.mapping().stackArn().stackName(), candidate.lane())));
    }
}
