package io.catalogimport.aws;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stack as the listing of its lane shows it.
 *
 * @param status in AWS's spelling, such as {@code UPDATE_COMPLETE}
 * @param parentId the ARN of the stack that this one is nested in; null for a root stack
 * @param changedAt when it was last updated, or created if it never was: until this time changes, the template is the same
 */
public record ListedStack(
        StackArn arn,
        String status,
        @Nullable String parentId,
        Instant changedAt,
        Map<String, String> tags,
        StackTraits traits) {
    public ListedStack {
        tags = Map.copyOf(tags);
    }

    /** Whether CloudFormation is working on the stack. */
    public boolean isInProgress() {
        return status.endsWith("_IN_PROGRESS");
    }

    /** Whether Service Catalog imports a stack in this status. */
    public boolean isImportable() {
        return StackDescription.IMPORTABLE.stream().anyMatch(StackStatus.of(status)::is);
    }
}
