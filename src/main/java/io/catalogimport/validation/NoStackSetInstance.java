package io.catalogimport.validation;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Stack sets cannot be imported. CloudFormation does not say that a stack belongs to one. Only the name shows it:
 * {@code StackSet-<name of the set>-<UUID>}. The prefix alone is not enough, because people use it for their own
 * stacks, too. Source: API reference of ImportAsProvisionedProduct; the name is common knowledge.
 */
final class NoStackSetInstance implements MappingRule {
    private static final Pattern NAME =
            Pattern.compile("StackSet-.+-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Override
    public List<Finding> check(Candidate candidate) {
        if (!NAME.matcher(candidate.mapping().stackArn().stackName()).matches()) {
            return List.of();
        }
        return List.of(Finding.reason(
                "STACK_SET_INSTANCE",
                "The stack belongs to a stack set, which Service Catalog does not import: remove the row."));
    }
}
