package io.catalogimport.discovery;

import java.time.Duration;
import java.util.Map;

/**
 * What is to be prepared.
 *
 * @param products the product of each stack, by the stack's ARN; empty where the file names none
 * @param product the product of all other stacks; empty if none is named
 * @param owner who owns products that are made; empty if none may be made
 * @param mostVersions how many versions a product can have
 * @param patience how long a version is followed
 */
public record PrepareRequest(
        Map<String, String> products, String product, String owner, int mostVersions, Duration patience) {
    public PrepareRequest {
        products = Map.copyOf(products);
    }
}
