package io.catalogimport.validation;

import io.catalogimport.aws.StackDescription;
import java.util.List;

/**
 * Once imported, a stack is deleted with its provisioned product, unless the one who terminates that retains its resources.
 * Termination protection prevents it. Source: API references of TerminateProvisionedProduct and of DescribeStacks. A note
 * only, because nearly no stack has the protection.
 */
final class TerminationProtectionOn implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate.stack().map(StackDescription::terminationProtection).filter(isOn -> !isOn).stream()
                .map(
                        off -> Finding.note(
                                "TERMINATION_PROTECTION_OFF",
                                "The stack has no termination protection: terminating the provisioned product without retaining its resources deletes the stack. Switch the protection on if that must not happen."))
                .toList();
    }
}
