package io.catalogimport.sandbox.world;

import org.jspecify.annotations.Nullable;

/**
 * What a portfolio demands when one of its products is launched or updated. The sandbox shows it, and obeys only the
 * constraint on updates of tags.
 *
 * @param type in AWS's spelling, such as {@code LAUNCH}
 * @param description as the launch path shows it
 * @param role the ARN of the role of a launch constraint
 * @param tagUpdates whether an update may change tags: {@code ALLOWED} or {@code NOT_ALLOWED}; absent for other types
 */
public record ProductConstraint(
        String id,
        String productId,
        String type,
        String description,
        @Nullable String role,
        @Nullable String tagUpdates) {
    public static final String LAUNCH = "LAUNCH";
    public static final String RESOURCE_UPDATE = "RESOURCE_UPDATE";

    /** The description that AWS gives a launch constraint whose maker gave none. */
    public static String launchAs(String role) {
        return "Launch as " + role;
    }
}
