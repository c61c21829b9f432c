package io.catalogimport.cli;

import io.catalogimport.sandbox.Sandbox;
import io.catalogimport.sandbox.SandboxBuilder;
import io.catalogimport.sandbox.seed.SeedException;
import io.catalogimport.sandbox.world.NameUniqueness;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the sandbox until it is stopped. */
@Command(
        name = "sandbox",
        description = "Runs a local stand-in for AWS on 127.0.0.1, for trying things out.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  java -jar target/catalog-import.jar sandbox --seed sample-input/sandbox",
            "  export AWS_ENDPOINT_URL=http://127.0.0.1:4566 AWS_REGION=eu-central-1 \\",
            "    AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox",
            "  aws cloudformation describe-stacks"
        })
final class SandboxCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", defaultValue = "4566", description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--seed",
            paramLabel = "FILE|DIR",
            description = "Scene to begin with: a YAML file, or a directory with a seed.yaml.")
    private @Nullable Path seed;

    @Option(
            names = "--account",
            defaultValue = "111122223333",
            description = "Account that credentials act in (default: ${DEFAULT-VALUE}).")
    private String account = "";

    @Option(
            names = "--record-time",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time until an import's record is final (default: 2s).")
    private @Nullable Duration recordTime;

    @Option(
            names = "--stack-time",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time until an imported stack has come to rest (default: 3s).")
    private @Nullable Duration stackTime;

    @Option(
            names = "--name-scope",
            paramLabel = "region|account",
            description =
                    "The scope in which the name of a provisioned product is unique (default: account, as AWS's page says).")
    private @Nullable NameUniqueness nameScope;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = {
                "What is to go wrong: throttling, errors, lost answers and more, in YAML or JSON; in the place of the"
                        + " seed's faults. See sample-input/README.md."
            })
    private @Nullable Path faults;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = {
                "IAM policy, in JSON, that says what all callers may do; in the place of the seed's policies. Without any,"
                        + " everything is allowed."
            })
    private @Nullable Path policy;

    @Option(
            names = "--call-log",
            paramLabel = "FILE",
            description = "Write each call to this file as a line of JSON; what it holds is overwritten.")
    private @Nullable Path callLog;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec, "picocli sets it");
        if (!account.matches("\\d{12}")) {
            throw new ParameterException(command.commandLine(), "--account must be twelve digits, not " + account);
        }
        if (port < 0 || port > 65_535) {
            throw new ParameterException(command.commandLine(), "--port must be from 0 to 65535, not " + port);
        }
        try (Sandbox sandbox = settings().start()) {
            command.commandLine().getOut().print(readyMessage(sandbox));
            command.commandLine().getOut().flush();
            // Ctrl-C and SIGTERM end the process; there is nothing to save.
            new CountDownLatch(1).await();
            return 0;
        } catch (SeedException e) {
            command.commandLine().getErr().println("The sandbox cannot start: " + e.getMessage());
            return ExitCode.CONFIGURATION.number();
        } catch (UncheckedIOException e) {
            return cannotStart(command, e);
        }
    }

    private int cannotStart(CommandSpec command, UncheckedIOException e) {
        if (e.getCause() instanceof BindException) {
            command.commandLine()
                    .getErr()
                    .println("Port " + port + " on 127.0.0.1 is in use. Stop what uses it, or choose another --port.");
            return ExitCode.UNAVAILABLE.number();
        }
        command.commandLine().getErr().println("The sandbox " + e.getMessage() + ".");
        return ExitCode.CANNOT_WRITE.number();
    }

    private SandboxBuilder settings() {
        SandboxBuilder settings = Sandbox.builder().port(port).defaultAccount(account);
        if (seed != null) {
            settings.seed(seed);
        }
        if (recordTime != null) {
            settings.recordTime(recordTime);
        }
        if (stackTime != null) {
            settings.stackTime(stackTime);
        }
        if (nameScope != null) {
            settings.nameScope(nameScope);
        }
        if (faults != null) {
            settings.faults(faults);
        }
        if (policy != null) {
            settings.policy(policy);
        }
        if (callLog != null) {
            settings.callLog(callLog);
        }
        return settings;
    }

    private static String readyMessage(Sandbox sandbox) {
        return """
                Sandbox ready at %1$s (stop it with Ctrl-C). To use it, in another shell:
                  export AWS_ENDPOINT_URL=%1$s
                  export AWS_REGION=eu-central-1 AWS_DEFAULT_REGION=eu-central-1
                  export AWS_ACCESS_KEY_ID=sandbox
                  export AWS_SECRET_ACCESS_KEY=sandbox
                """.formatted(sandbox.endpoint());
    }
}
