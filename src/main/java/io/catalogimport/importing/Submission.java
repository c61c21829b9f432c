package io.catalogimport.importing;

import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.ledger.Remark;
import org.jspecify.annotations.Nullable;

/** What came of asking AWS for an import. */
sealed interface Submission {

    /**
     * AWS works on it, or has done it.
     *
     * @param recordId null if the provisioned product was found, but not what its record is
     */
    record Taken(@Nullable String recordId, @Nullable String provisionedProductId) implements Submission {}

    /** AWS will not do it. */
    record Refused(Remark remark) implements Submission {}

    /** It is not known whether AWS took it, or another operation kept it waiting for too long. */
    record Blocked(Remark remark) implements Submission {}

    /** AWS has certainly not taken it, and the lane cannot be reached now. */
    record NotTaken(Remark remark) implements Submission {}

    /**
     * AWS no longer accepts the caller's credentials.
     *
     * @param mayBeTaken whether AWS may have taken the import before: an answer was lost
     */
    record NoCredentials(AwsCredentialsException refusal, boolean mayBeTaken) implements Submission {}

    /** The run was asked to stop before AWS took it. */
    record Suspended() implements Submission {}
}
