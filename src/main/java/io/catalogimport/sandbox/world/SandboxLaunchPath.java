package io.catalogimport.sandbox.world;

import java.util.List;
import java.util.Map;

/**
 * The way in which a principal reaches a product: through one portfolio. It has the portfolio's name.
 *
 * @param tagOptions the values that each key may have; none if portfolio and product contradict each other
 */
public record SandboxLaunchPath(
        String id, String name, List<ProductConstraint> constraints, Map<String, List<String>> tagOptions) {
    public SandboxLaunchPath {
        constraints = List.copyOf(constraints);
    }
}
