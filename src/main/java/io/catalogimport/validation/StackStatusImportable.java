package io.catalogimport.validation;

import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.StackStatuses;
import java.util.List;

/** The stack must be in one of five statuses. Source: API reference of ImportAsProvisionedProduct. */
final class StackStatusImportable implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate.stack().map(StackDescription::status).stream()
                .filter(status -> !StackStatuses.IMPORTABLE.contains(status))
                .map(status -> Finding.reason("STACK_STATUS", "The stack is %s: %s.".formatted(status, advice(status))))
                .toList();
    }

    /** REVIEW_IN_PROGRESS does not end by itself: it is a stack that was never created. */
    private static String advice(String status) {
        if (status.equals("DELETE_COMPLETE")) {
            return "it is deleted, so remove the row";
        }
        if (status.endsWith("_IN_PROGRESS") && !status.equals("REVIEW_IN_PROGRESS")) {
            return "run again when that has ended";
        }
        return "only a stack that was created, updated or imported can be taken; fix the stack or remove the row";
    }
}
