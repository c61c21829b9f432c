package io.catalogimport.verification;

import io.catalogimport.ledger.ImportedRow;
import io.catalogimport.validation.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row and how it compares with AWS.
 *
 * @param findings what differs, and then what could not be checked; none if everything is as the row says
 * @param seen what AWS shows of it
 * @param firstUpdate what the first update of the provisioned product will meet; none if it was updated already
 */
public record VerifiedRow(
        ImportedRow row, Result result, List<Finding> findings, Seen seen, List<Finding> firstUpdate) {
    public VerifiedRow {
        findings = List.copyOf(findings);
        firstUpdate = List.copyOf(firstUpdate);
    }

    /** How a row compares with AWS. */
    public enum Result {
        /** AWS has what the ledger has. */
        MATCHES,
        /** Something is certainly not as the ledger has it. */
        DIFFERS,
        /** AWS does not tell, so nothing is known. Everything that AWS did tell is as the ledger has it. */
        NOT_CHECKED
    }

    /**
     * What AWS shows. Each part is null if AWS has no such thing or does not tell.
     *
     * @param owner the ARN of the user or role that owns the provisioned product
     * @param productStatus the status of the provisioned product, in AWS's spelling
     * @param stackStatus in AWS's spelling
     */
    public record Seen(
            @Nullable String provisionedProductId,
            @Nullable String owner,
            @Nullable String productStatus,
            @Nullable String stackStatus) {
        static final Seen NOTHING = new Seen(null, null, null, null);
    }
}
