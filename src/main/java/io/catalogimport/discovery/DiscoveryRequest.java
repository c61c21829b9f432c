package io.catalogimport.discovery;

import io.catalogimport.aws.Lane;
import io.catalogimport.validation.WarningSettings;
import java.util.List;

/**
 * What is to be found.
 *
 * @param warnings a stack with a warning that counts as an error is left out
 * @param refresh whether the products are read again that were read a few minutes ago
 */
public record DiscoveryRequest(
        List<Lane> lanes,
        StackFilter stacks,
        ProductFilter products,
        NamePattern names,
        boolean refresh,
        WarningSettings warnings) {
    public DiscoveryRequest {
        lanes = List.copyOf(lanes);
    }
}
