package io.catalogimport.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way by which the caller may launch a product: through one portfolio.
 *
 * @param name the portfolio's name; null if AWS does not say
 */
public record LaunchPath(String id, @Nullable String name, List<Constraint> constraints) {
    public LaunchPath {
        constraints = List.copyOf(constraints);
    }

    /**
     * A constraint of the portfolio that applies when the product is launched.
     *
     * @param type in AWS's spelling, such as {@code LAUNCH}
     * @param description any text that a person wrote, or {@code Launch as <role's ARN>}; null if AWS does not say
     */
    public record Constraint(String type, @Nullable String description) {}
}
