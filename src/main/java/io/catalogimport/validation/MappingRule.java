package io.catalogimport.validation;

import java.util.List;

/** One rule that a mapping must keep to be importable. May throw any {@link io.catalogimport.aws.AwsException}. */
@FunctionalInterface
interface MappingRule {

    /** What the rule has to say; nothing where it is kept, or where another rule's finding makes it pointless. */
    List<Finding> check(Candidate candidate);
}
