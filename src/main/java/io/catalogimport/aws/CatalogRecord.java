package io.catalogimport.aws;

import java.util.List;

/**
 * Service Catalog's record of a request.
 *
 * @param status in AWS's spelling: CREATED, IN_PROGRESS, IN_PROGRESS_IN_ERROR (being repaired, not final), SUCCEEDED or
 *     FAILED
 * @param errors AWS's own words, each as {@code code: description}
 */
public record CatalogRecord(String id, String provisionedProductId, String status, List<String> errors) {
    public CatalogRecord {
        errors = List.copyOf(errors);
    }
}
