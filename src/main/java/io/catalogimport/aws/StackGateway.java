package io.catalogimport.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at CloudFormation stacks. Changes nothing. Every method may throw any {@link AwsException}. */
public interface StackGateway {

    /** The stack as it is now; empty if no stack has that ARN. A deleted stack is {@code DELETE_COMPLETE}. */
    Optional<StackDescription> describe(StackArn stack);

    /**
     * One page of all stacks of the lane that are not deleted.
     *
     * @param pageToken that of the page before; null for the first page
     */
    Page<StackDescription> livingStacks(Lane lane, @Nullable String pageToken);

    /**
     * The template as it was submitted (stage {@code Original}), except that each non-ASCII character is a question
     * mark.
     */
    String template(StackArn stack);
}
