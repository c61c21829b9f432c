package io.catalogimport.sandbox.iam;

import java.util.regex.Pattern;

/**
 * One statement of a policy.
 *
 * @param allows whether its effect is Allow; Deny otherwise
 */
public record Statement(boolean allows, Patterns actions, Patterns resources) {

    /** Actions are compared without regard to case, resources with it, as IAM does. */
    public boolean covers(Requirement requirement) {
        return actions.cover(requirement.action(), Pattern.CASE_INSENSITIVE)
                && resources.cover(requirement.resource(), 0);
    }
}
