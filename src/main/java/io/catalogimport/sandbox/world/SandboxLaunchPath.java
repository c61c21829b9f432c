package io.catalogimport.sandbox.world;

import java.util.List;

/** The way by which a principal reaches a product: through one portfolio, whose name it bears. */
public record SandboxLaunchPath(String id, String name, List<ProductConstraint> constraints) {
    public SandboxLaunchPath {
        constraints = List.copyOf(constraints);
    }
}
