package io.catalogimport.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a product.
 *
 * @param name what people call it; null if AWS does not say
 * @param type in AWS's spelling; null if AWS does not say
 * @param active whether it may be used; true if AWS does not say
 * @param guidance DEFAULT or DEPRECATED; null if AWS does not say
 * @param status AVAILABLE, CREATING or FAILED; null if AWS does not say
 * @param info where to find its template, in one of AWS's several forms
 */
public record ProvisioningArtifact(
        String id,
        @Nullable String name,
        @Nullable String type,
        boolean active,
        @Nullable String guidance,
        @Nullable String status,
        Map<String, String> info) {
    public ProvisioningArtifact {
        info = Map.copyOf(info);
    }
}
