package io.catalogimport.aws;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The role that is assumed in each account except the caller's own.
 *
 * @param role the role's name, with its path if it has one, or its ARN with <code>{partition}</code> and
 *     <code>{account}</code> as placeholders for those of the lane
 * @param externalId the external id that the role's trust policy asks for; null if it asks for none
 * @param sessionName the name that the accounts' logs show for the calls
 */
public record RoleSettings(String role, @Nullable String externalId, String sessionName) {
    private static final Pattern NAME = Pattern.compile("/?([\\w+=,.@-]+/)*[\\w+=,.@-]{1,64}");
    private static final Pattern ARN =
            Pattern.compile("arn:(\\{partition}|aws[a-z-]*):iam::(\\{account}|\\d{12}):role/" + NAME.pattern());
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

    public RoleSettings {
        require(NAME.matcher(role).matches() || ARN.matcher(role).matches(), "a role's name or ARN", role);
        require(externalId == null || EXTERNAL_ID.matcher(externalId).matches(), "an external id", externalId);
        require(SESSION_NAME.matcher(sessionName).matches(), "a role session's name", sessionName);
    }

    private static void require(boolean condition, String what, @Nullable String value) {
        if (!condition) {
            throw new IllegalArgumentException("Not " + what + ": " + value);
        }
    }

    /** The role in the lane's account. */
    String arn(Lane lane) {
        String template = role.startsWith("arn:")
                ? role
                : "arn:{partition}:iam::{account}:role/" + (role.startsWith("/") ? role.substring(1) : role);
        return template.replace("{partition}", lane.partition()).replace("{account}", lane.account());
    }
}
