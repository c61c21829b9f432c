package io.catalogimport.importing;

import io.catalogimport.aws.AwsException;
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

    /** Another operation kept it waiting for longer than the time limit. */
    record Blocked(Remark remark) implements Submission {}

    /**
     * The caller may not ask.
     *
     * @param mayBeTaken whether AWS may have taken the import before: an answer was lost
     */
    record Denied(AwsException refusal, boolean mayBeTaken) implements Submission {}

    /** The run was asked to stop before AWS took it. */
    record Suspended() implements Submission {}
}
