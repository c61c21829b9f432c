package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/**
 * A Service Catalog product.
 *
 * @param name what people call it; null if AWS does not say
 * @param type in AWS's spelling, such as {@code CLOUD_FORMATION_TEMPLATE}; null if AWS does not say
 * @param status AVAILABLE, CREATING or FAILED; null if the caller may see it only as an end user
 */
public record Product(
        String id,
        @Nullable String name,
        @Nullable String type,
        @Nullable String status) {}
