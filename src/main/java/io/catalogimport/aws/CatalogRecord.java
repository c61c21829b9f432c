package io.catalogimport.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Service Catalog's record of a request.
 *
 * @param provisionedProductId the provisioned product that the request makes; null if AWS does not say
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
