package io.catalogimport.aws;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Service Catalog's record of a request.
 *
 * @param provisionedProductId the provisioned product that the request makes; null if AWS does not say
 * @param errors what went wrong, in AWS's own words
 */
public record CatalogRecord(
        String id,
        @Nullable String provisionedProductId,
        AwsStatus<RecordStatus> status,
        List<Fault> errors,
        Request request) {

    /** One of AWS's reasons for a failure. */
    public record Fault(String code, String description) {}

    /**
     * What was asked for, and when.
     *
     * @param type in AWS's spelling. The API reference lists none for an import.
     * @param updatedAt when the record changed last
     */
    public record Request(
            @Nullable String type,
            @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {
        /** AWS does not say. */
        public static final Request UNKNOWN = new Request(null, null, null);
    }

    public CatalogRecord {
        errors = List.copyOf(errors);
    }
}
