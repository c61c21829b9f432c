package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/**
 * What CloudFormation says of a stack.
 *
 * @param status the stack status in AWS's spelling, such as {@code UPDATE_COMPLETE}
 * @param parentId the ARN of the stack that this one is nested in; null for a root stack
 */
public record StackDescription(
        StackArn arn, String status, @Nullable String parentId) {}
