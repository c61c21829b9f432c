package io.catalogimport.cli;

import io.catalogimport.validation.WarningSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which warnings about stacks there are, and which of them count as errors. */
final class WarningMixin {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--warn-as-error",
            paramLabel = "CODES",
            split = ",",
            description =
                    "Warnings or notes of validation that reject a row, such as DEPLOYED_BY_ANOTHER_TOOL; docs/codes.md"
                            + " has all (default: none).")
    private Set<String> errors = new LinkedHashSet<>();

    @Option(
            names = "--updated-within",
            paramLabel = "DURATION",
            defaultValue = "7d",
            converter = DurationConverter.class,
            description = "A stack whose last update is not longer ago gets the note STACK_UPDATED_RECENTLY"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration updatedWithin = Duration.ZERO;

    WarningSettings settings(Instant now) {
        try {
            return new WarningSettings(errors, now.minus(updatedWithin), updatedWithin);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(), "--warn-as-error: " + e.getMessage());
        }
    }
}
