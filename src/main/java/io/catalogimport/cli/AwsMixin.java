package io.catalogimport.cli;

import io.catalogimport.aws.AcceptLanguage;
import io.catalogimport.run.AwsOptions;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How AWS is called, as the user says it. */
final class AwsMixin {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Mixin
    private RoleMixin role = new RoleMixin();

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
        return new AwsOptions(role.settings(commandLine()), callsPerSecond, Optional.ofNullable(language));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(commandLine(), message);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command).commandLine();
    }
}
