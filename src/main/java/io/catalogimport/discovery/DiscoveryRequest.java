package io.catalogimport.discovery;

import io.catalogimport.aws.Lane;
import java.util.List;

/**
 * What is to be found.
 *
 * @param refresh whether the products are read again that were read a few minutes ago
 */
public record DiscoveryRequest(
        List<Lane> lanes, StackFilter stacks, ProductFilter products, NamePattern names, boolean refresh) {
    public DiscoveryRequest {
        lanes = List.copyOf(lanes);
    }
}
