package io.catalogimport.aws;

import java.time.Instant;
import java.util.List;

/**
 * A product that the caller can launch.
 *
 * @param portfolios the names of the portfolios through which the caller can
 * @param versions those that are active, the oldest first
 */
public record LaunchableProduct(String id, String name, List<String> portfolios, List<Version> versions) {
    public LaunchableProduct {
        portfolios = List.copyOf(portfolios);
        versions = List.copyOf(versions);
    }

    /** An active version of the product. */
    public record Version(String id, String name, Instant createdAt, boolean deprecated) {}
}
