package io.catalogimport.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a handover needs of AWS beside the other gateways. Every method may throw any {@link AwsException}. */
public interface OwnershipGateway {

    /** The ARN of the launch role of a provisioned product; empty if it has none, or if there is no such product. */
    Optional<String> launchRole(Lane lane, String provisionedProductId);

    /**
     * Asks for the change and returns the id of its record, which is not final yet. This is the only method here that changes
     * anything. It is safe to repeat it with the same token. Source: API reference of UpdateProvisionedProductProperties.
     */
    String change(Lane lane, Change change);

    /**
     * What is to be changed.
     *
     * @param launchRole the ARN of the new launch role; null if it stays
     * @param token 1 to 128 letters, digits, hyphens and underscores
     */
    record Change(
            String provisionedProductId,
            String owner,
            @Nullable String launchRole,
            String token) {}
}
