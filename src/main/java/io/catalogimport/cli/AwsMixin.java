package io.catalogimport.cli;

import io.catalogimport.aws.AcceptLanguage;
import io.catalogimport.aws.RoleSettings;
import io.catalogimport.run.AwsOptions;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How AWS is called, as the user says it. */
final class AwsMixin {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

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

    @Option(
            names = "--aws-rate",
            paramLabel = "N",
            defaultValue = "5",
            description = "Calls per second that validation makes at most in each account and region; fewer while AWS"
                    + " throttles (default: ${DEFAULT-VALUE}).")
    private double callsPerSecond;

    @Option(
            names = "--accept-language",
            paramLabel = "en|jp|zh",
            description = "Language of Service Catalog's answers, sent with every call to it: en, jp or zh"
                    + " (default: none is sent).")
    private @Nullable AcceptLanguage language;

    AwsOptions options() {
        if (!(callsPerSecond > 0)) {
            throw wrong("--aws-rate must be greater than zero, not " + callsPerSecond);
        }
        return new AwsOptions(role(), callsPerSecond, Optional.ofNullable(language));
    }

    private Optional<RoleSettings> role() {
        if (roleName != null && roleArn != null) {
            throw wrong("--role-name and --role-arn say the same: give one of them");
        }
        @Nullable String role = roleName == null ? roleArn : roleName;
        if (role == null) {
            if (externalId != null) {
                throw wrong("--external-id is for a role: give --role-name or --role-arn, too");
            }
            return Optional.empty();
        }
        if (role.startsWith("arn:") != (roleArn != null)) {
            throw wrong(
                    "'%s' is %s: see --help".formatted(role, roleArn == null ? "an ARN, not a name" : "not an ARN"));
        }
        try {
            return Optional.of(new RoleSettings(role, externalId, sessionName));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }
}
