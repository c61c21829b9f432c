package io.catalogimport.ledger;

import io.catalogimport.aws.Lane;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that this program has imported, on its way out of Service Catalog, as it was when it was read.
 *
 * @param entry IMPORTED, RELEASING or RELEASED
 * @param importedAt when its import ended
 * @param token the token of TerminateProvisionedProduct; null before a release was begun
 * @param recordId the record of the termination; null until it is known
 * @param resources a digest of the stack's resources before the termination; null before a release was begun
 */
public record Release(
        LedgerEntry entry,
        Instant importedAt,
        @Nullable String token,
        @Nullable String recordId,
        @Nullable String resources) {

    /** The account and region of the stack. */
    public Lane lane() {
        return entry.lane();
    }

    /** The number of the row in its file. */
    public int line() {
        return entry.line();
    }

    /** The provisioned product that the import made. */
    public String provisionedProductId() {
        return Objects.requireNonNull(entry.attempt().provisionedProductId());
    }

    Release begun(String newToken, String resourcesBefore) {
        return new Release(entry.in(MappingState.RELEASING), importedAt, newToken, null, resourcesBefore);
    }

    Release accepted(String id) {
        return new Release(entry, importedAt, token, id, resources);
    }
}
