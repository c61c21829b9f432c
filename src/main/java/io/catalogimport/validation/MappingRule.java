package io.catalogimport.validation;

import java.util.List;

/** One rule that a mapping must meet to be imported. May throw any {@link io.catalogimport.aws.AwsException}. */
@FunctionalInterface
interface MappingRule {

    /** The findings of the rule; none if the mapping meets it, or if another rule's finding makes it pointless. */
    List<Finding> check(Candidate candidate);
}
