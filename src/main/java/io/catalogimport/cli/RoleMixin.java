package io.catalogimport.cli;

import io.catalogimport.aws.RoleSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The role that is assumed in other accounts, as the user says it. */
final class RoleMixin {
    @Option(
            names = "--role-name",
            paramLabel = "NAME",
            description = "Role that is assumed in each account but the caller's own (default: none).")
    private @Nullable String roleName;

    @Option(
            names = "--role-arn",
            paramLabel = "ARN",
            description = "The same by ARN, with {account} and {partition} in the places of the stack's, as in"
                    + " arn:{partition}:iam::{account}:role/Importer.")
    private @Nullable String roleArn;

    @Option(names = "--external-id", paramLabel = "ID", description = "What the role's trust asks for (default: none).")
    private @Nullable String externalId;

    @Option(
            names = "--role-session-name",
            paramLabel = "NAME",
            defaultValue = "catalog-import",
            description = "What the calls are shown under in the accounts' logs (default: ${DEFAULT-VALUE}).")
    private String sessionName = "";

    /**
     * The role.
     *
     * @param command what reports wrong values
     */
    Optional<RoleSettings> settings(CommandLine command) {
        if (roleName != null && roleArn != null) {
            throw new ParameterException(command, "--role-name and --role-arn say the same: give one of them");
        }
        @Nullable String role = roleName == null ? roleArn : roleName;
        if (role == null) {
            if (externalId != null) {
                throw new ParameterException(
                        command, "--external-id is for a role: give --role-name or --role-arn, too");
            }
            return Optional.empty();
        }
        if (role.startsWith("arn:") != (roleArn != null)) {
            throw new ParameterException(
                    command,
                    "'%s' is %s: see --help".formatted(role, roleArn == null ? "an ARN, not a name" : "not an ARN"));
        }
        try {
            return Optional.of(new RoleSettings(role, externalId, sessionName));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()));
        }
    }
}
