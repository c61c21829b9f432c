package io.catalogimport.cli;

import io.catalogimport.aws.AwsBusyException;
import io.catalogimport.aws.AwsCredentialsException;
import io.catalogimport.aws.AwsException;
import io.catalogimport.aws.FailureKind;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.RoleSettings;
import io.catalogimport.launch.Doctor;
import io.catalogimport.launch.ExamFinding;
import io.catalogimport.launch.ExamFinding.Level;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether all is there that a run needs. */
@Command(
        name = "doctor",
        description = {
            "Looks at the database, the credentials and the clock; with a file, also at each account and region of it.",
            "Reads only. Each line is ok, warning or failed, with what to do."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  catalog-import doctor sample-input/mappings.csv"})
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "Mapping file (default: none).")
    private @Nullable Path file;

    @Mixin
    private OutputMixin output = new OutputMixin();

    @Mixin
    private RoleMixin role = new RoleMixin();

    @Mixin
    private RunMixin runs = new RunMixin();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        Console.of(runs.debug(), LogFormat.TEXT);
        CommandSpec command = Objects.requireNonNull(spec);
        Optional<RoleSettings> settings = role.settings(command.commandLine());
        List<ExamFinding> findings = new Doctor(clock)
                .examine(new Doctor.Patient(
                        () -> runs.visits(clock),
                        () -> new LaneClients(settings.orElse(null)),
                        Optional.ofNullable(file)));
        int exitCode = exitCode(findings).number();
        PrintWriter out = command.commandLine().getOut();
        if (output.isJson()) {
            out.println(new DoctorDocument(
                            DoctorDocument.VERSION,
                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                            exitCode,
                            findings.stream()
                                    .map(found ->
                                            new DoctorDocument.CheckFacts(found.check(), found.level(), words(found)))
                                    .toList())
                    .text());
        } else {
            findings.forEach(found -> out.println(Printable.text("%-7s  %s: %s"
                    .formatted(found.level().name().toLowerCase(Locale.ROOT), found.check(), words(found)))));
        }
        out.flush();
        return exitCode;
    }

    /** That of the first failure. */
    private static ExitCode exitCode(List<ExamFinding> findings) {
        return findings.stream()
                .filter(found -> found.level() == Level.FAILED)
                .findFirst()
                .map(DoctorCommand::exitCode)
                .orElse(ExitCode.SUCCESS);
    }

    private static ExitCode exitCode(ExamFinding failed) {
        @Nullable RuntimeException problem = failed.problem();
        if (problem == null) {
            return ExitCode.CONFIGURATION;
        }
        if (isRefusal(problem)) {
            return ExitCode.NO_PERMISSION;
        }
        return Diagnosis.of(problem).code();
    }

    /** A run meets these in single rows. */
    private static boolean isRefusal(RuntimeException problem) {
        return problem instanceof AwsException refusal
                && !(refusal instanceof AwsBusyException)
                && !(refusal instanceof AwsCredentialsException);
    }

    private static String words(ExamFinding found) {
        @Nullable RuntimeException problem = found.problem();
        if (problem == null) {
            return found.said();
        }
        if (!isRefusal(problem)) {
            return Diagnosis.of(problem).sentence();
        }
        boolean isOfRole = ((AwsException) problem).is(FailureKind.ROLE_NOT_ASSUMED);
        return "%s. %s"
                .formatted(
                        found.said().replaceFirst("\\.+$", ""),
                        isOfRole
                                ? "Check the role's trust policy, --role-name and --external-id."
                                : "Compare the permissions with jobs/iam/plan-policy.json.");
    }
}
