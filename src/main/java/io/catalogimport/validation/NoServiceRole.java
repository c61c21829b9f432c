package io.catalogimport.validation;

import io.catalogimport.aws.StackDescription;
import java.util.List;

/**
 * CloudFormation keeps using the service role that a stack was made with, no matter who updates the stack later.
 * Source: user guide of CloudFormation, "CloudFormation service role". This is only a note, because tools such as the
 * CDK give a role to each stack.
 */
final class NoServiceRole implements MappingRule {
    @Override
    public List<Finding> check(Candidate candidate) {
        return candidate.stack().map(StackDescription::roleArn).filter(role -> !role.isBlank()).stream()
                .map(role -> Finding.note(
                        "STACK_HAS_SERVICE_ROLE",
                        "CloudFormation acts on the stack with service role %s. It stays in use for updates of the provisioned product: keep the role, and see that it may do what later versions need."
                                .formatted(role)))
                .toList();
    }
}
