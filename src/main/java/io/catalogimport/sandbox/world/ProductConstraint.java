package io.catalogimport.sandbox.world;

/**
 * What a portfolio demands when one of its products is launched. The sandbox shows it and does nothing about it.
 *
 * @param type in AWS's spelling, such as {@code LAUNCH}
 * @param description as the launch path shows it
 */
public record ProductConstraint(String id, String productId, String type, String description) {
    public static final String LAUNCH = "LAUNCH";

    /** The description that AWS gives a launch constraint whose maker gave none. */
    public static String launchAs(String role) {
        return "Launch as " + role;
    }
}
