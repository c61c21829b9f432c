package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/**
 * What CloudFormation says of a stack.
 *
 * @param status the stack status in AWS's spelling, such as {@code UPDATE_COMPLETE}
 * @param parentId the ARN of the stack that this one is nested in; null for a root stack
 * @param terminationProtection null where CloudFormation does not tell
 * @param roleArn the service role that CloudFormation acts with on this stack; null where it acts as its caller
 */
public record StackDescription(
        StackArn arn,
        String status,
        @Nullable String parentId,
        @Nullable Boolean terminationProtection,
        @Nullable String roleArn) {}
