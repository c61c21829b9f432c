package io.catalogimport.aws;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What CloudFormation says about a stack.
 *
 * @param parentId the ARN of the stack that this one is nested in; null for a root stack
 * @param parameters the names of its parameters
 */
public record StackDescription(
        StackArn arn,
        AwsStatus<StackStatus> status,
        @Nullable String parentId,
        StackTraits traits,
        Set<String> parameters) {
    public StackDescription {
        parameters = Set.copyOf(parameters);
    }

    /** A stack without parameters. */
    public StackDescription(
            StackArn arn, AwsStatus<StackStatus> status, @Nullable String parentId, StackTraits traits) {
        this(arn, status, parentId, traits, Set.of());
    }

    /** A stack can be imported from these. Source: API reference of ImportAsProvisionedProduct. */
    static final List<StackStatus> IMPORTABLE = List.of(
            StackStatus.CREATE_COMPLETE,
            StackStatus.UPDATE_COMPLETE,
            StackStatus.UPDATE_ROLLBACK_COMPLETE,
            StackStatus.IMPORT_COMPLETE,
            StackStatus.IMPORT_ROLLBACK_COMPLETE);

    /** Whether Service Catalog imports a stack in this status. */
    public boolean isImportable() {
        return IMPORTABLE.stream().anyMatch(status::is);
    }

    /** Whether CloudFormation is working on the stack. The ending decides, so a status that AWS adds later counts too. */
    public boolean isInProgress() {
        return status.text().endsWith("_IN_PROGRESS");
    }
}
