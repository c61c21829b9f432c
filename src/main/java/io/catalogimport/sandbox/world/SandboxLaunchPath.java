package io.catalogimport.sandbox.world;

import java.util.List;

/** The way in which a principal reaches a product: through one portfolio. It has the portfolio's name. */
public record SandboxLaunchPath(String id, String name, List<ProductConstraint> constraints) {
    public SandboxLaunchPath {
        constraints = List.copyOf(constraints);
    }
}
