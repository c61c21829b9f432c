package io.catalogimport.importing;

import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.ledger.Remark;
import org.jspecify.annotations.Nullable;

/** The result of asking AWS for an import. */
sealed interface Submission {

    /**
     * AWS accepted it and works on it, or has finished it.
     *
     * @param recordId null if only the provisioned product was found
     */
    record Taken(@Nullable String recordId, @Nullable String provisionedProductId) implements Submission {}

    /** AWS refused it. */
    record Refused(Remark remark) implements Submission {}

    /** It is not known whether AWS accepted it, or it waited too long for another operation. */
    record Blocked(Remark remark) implements Submission {}

    /** AWS has certainly not accepted it, and the lane cannot be reached now. */
    record NotTaken(Remark remark) implements Submission {}

    /**
     * AWS no longer accepts the caller's credentials.
     *
     * @param mayBeTaken whether AWS may have accepted the import before, because an answer was lost
     */
    record NoCredentials(AwsCredentialsException refusal, boolean mayBeTaken) implements Submission {}

    /** The run was asked to stop before AWS accepted it. */
    record Suspended() implements Submission {}
}
