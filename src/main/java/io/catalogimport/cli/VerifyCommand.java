package io.catalogimport.cli;

import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.launch.LedgerVisits;
import io.catalogimport.launch.RunVerification;
import io.catalogimport.launch.RunVerification.Outcome;
import io.catalogimport.launch.RunVerification.Subject;
import io.catalogimport.run.AwsOptions;
import io.catalogimport.run.StopRequest;
import io.catalogimport.verification.VerificationTally;
import io.catalogimport.verification.VerifiedRow.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether an import is still true. */
@Command(
        name = "verify",
        description = {
            "Compares each row that was imported with what AWS has now: provisioned product and stack. Changes nothing.",
            "It may be used at any time, also while a run goes on, and costs about one call for 40 rows."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  catalog-import verify sample-input/mappings.csv"})
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "Mapping file, or the run as the list of status calls it.")
    private String file = "";

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where verify.csv is written (default: ${DEFAULT-VALUE}).")
    private Path results = Path.of("");

    @Option(
            names = "--owner",
            paramLabel = "ARN",
            description = "User or role that should own the provisioned products (default: any may).")
    private @Nullable String owner;

    @Mixin
    private OutputMixin output = new OutputMixin();

    @Mixin
    private AwsMixin aws = new AwsMixin();

    @Mixin
    private RunMixin runs = new RunMixin();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws Exception {
        Console.of(runs.debug(), LogFormat.TEXT);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        AwsOptions options = aws.options();
        requireArn();
        @Nullable LedgerVisits ledger = null;
        try {
            ledger = runs.visits(clock);
            Outcome outcome = verified(ledger, options);
            ExitCode code = code(outcome.tally());
            if (output.isJson()) {
                out.println(
                        VerifyDocument.of(now(), ledger.place(), outcome, code).text());
            } else {
                new VerifyText(out).print(outcome);
            }
            out.flush();
            return code.number();
        } catch (RuntimeException | IOException e) {
            Diagnosis diagnosis = e instanceof StopRequestedException
                    ? new Diagnosis(ExitCode.TERMINATED, "Stopped as requested. No file was written. Run again.")
                    : Diagnosis.of(e);
            if (output.isJson()) {
                String place = ledger == null ? null : ledger.place();
                out.println(VerifyDocument.failed(now(), place, diagnosis).text());
                out.flush();
            }
            if (e instanceof StopRequestedException) {
                Objects.requireNonNull(spec).commandLine().getErr().println(diagnosis.sentence());
                return diagnosis.code().number();
            }
            throw e;
        }
    }

    private Outcome verified(LedgerVisits ledger, AwsOptions options) throws IOException {
        Subject subject = new Subject(RunMixin.named(file), results, Optional.ofNullable(owner));
        StopRequest stop = new StopRequest();
        Shutdown shutdown = Shutdown.into(stop, () -> {});
        try (LaneClients clients =
                new LaneClients(options.role().orElse(null), options.language().orElse(null))) {
            shutdown.givingUpCallsBy(clients::giveUpCalls);
            return new RunVerification(ledger, RunVerification.sources(clients, options.callsPerSecond(), stop, clock))
                    .verify(subject);
        } finally {
            shutdown.runHasEnded();
        }
    }

    private void requireArn() {
        if (owner != null && !owner.startsWith("arn:")) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--owner is the ARN of a user or role, such as arn:aws:iam::111122223333:role/Importer, not '%s'"
                            .formatted(owner));
        }
    }

    static ExitCode code(VerificationTally tally) {
        if (tally.of(Result.MATCHES) == tally.total()) {
            return ExitCode.SUCCESS;
        }
        if (tally.of(Result.NOT_CHECKED) < tally.total()) {
            return ExitCode.INCOMPLETE;
        }
        if (tally.hasOutage()) {
            return ExitCode.UNAVAILABLE;
        }
        return tally.isRefused() ? ExitCode.NO_PERMISSION : ExitCode.INCOMPLETE;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
