package io.catalogimport.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Service Catalog's record of a request.
 *
 * @param provisionedProductId what the request makes; null where AWS does not tell
 * @param errors what went wrong, in AWS's own words
 */
public record CatalogRecord(
        String id, @Nullable String provisionedProductId, AwsStatus<RecordStatus> status, List<Fault> errors) {

    /** One of AWS's reasons for a failure. */
    public record Fault(String code, String description) {}

    public CatalogRecord {
        errors = List.copyOf(errors);
    }
}
