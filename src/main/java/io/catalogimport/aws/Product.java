package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/**
 * A Service Catalog product.
 *
 * @param type in AWS's spelling, such as {@code CLOUD_FORMATION_TEMPLATE}; null where AWS does not tell
 * @param status AVAILABLE, CREATING or FAILED; null where the caller may only see it as an end user
 */
public record Product(
        String id, @Nullable String type, @Nullable String status) {}
