package io.catalogimport.aws;

import java.util.Optional;

/** Looks at CloudFormation stacks. Changes nothing. Every method may throw any {@link AwsException}. */
public interface StackGateway {

    /** The stack as it is now; empty if there is none of that ARN. A deleted stack is {@code DELETE_COMPLETE}. */
    Optional<StackDescription> describe(StackArn stack);

    /** The template as it was submitted (stage {@code Original}), except that non-ASCII characters come back as ?. */
    String template(StackArn stack);
}
