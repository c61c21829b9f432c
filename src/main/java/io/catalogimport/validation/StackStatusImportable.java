package io.catalogimport.validation;

import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackStatus;
import java.util.List;

/** The stack must be in one of five statuses. Source: API reference of ImportAsProvisionedProduct. */
final class StackStatusImportable implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate.stack().stream()
                .filter(stack -> !stack.isImportable())
                .map(stack ->
                        Finding.reason("STACK_STATUS", "The stack is %s: %s.".formatted(stack.status(), advice(stack))))
                .toList();
    }

    /** REVIEW_IN_PROGRESS does not end by itself: it is a stack that was never created. */
    private static String advice(StackDescription stack) {
        if (stack.status().is(StackStatus.DELETE_COMPLETE)) {
            return "it is deleted, so remove the row";
        }
        if (stack.isInProgress() && !stack.status().is(StackStatus.REVIEW_IN_PROGRESS)) {
            return "run again when that has ended";
        }
        return "only a stack that was created, updated or imported can be taken; fix the stack or remove the row";
    }
}
