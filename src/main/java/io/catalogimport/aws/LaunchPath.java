package io.catalogimport.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way by which the caller may launch a product: through one portfolio.
 *
 * @param name the portfolio's name; null where AWS does not tell
 */
public record LaunchPath(String id, @Nullable String name, List<Constraint> constraints) {
    public LaunchPath {
        constraints = List.copyOf(constraints);
    }

    /**
     * What the portfolio demands when the product is launched.
     *
     * @param type in AWS's spelling, such as {@code LAUNCH}
     * @param description anything that a person wrote, or {@code Launch as <role's ARN>}; null where AWS does not tell
     */
    public record Constraint(String type, @Nullable String description) {}
}
