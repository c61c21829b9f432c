package io.catalogimport.aws;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a product.
 *
 * @param type in AWS's spelling; null where AWS does not tell
 * @param active whether it may be used; true where AWS does not tell
 * @param guidance DEFAULT or DEPRECATED; null where AWS does not tell
 * @param status AVAILABLE, CREATING or FAILED; null where AWS does not tell
 * @param info where its template is to be found, in one of AWS's several forms
 */
public record ProvisioningArtifact(
        String id,
        @Nullable String type,
        boolean active,
        @Nullable String guidance,
        @Nullable String status,
        Map<String, String> info) {
    public ProvisioningArtifact {
        info = Map.copyOf(info);
    }
}
