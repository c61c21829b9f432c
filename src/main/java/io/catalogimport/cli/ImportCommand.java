package io.catalogimport.cli;

import io.catalogimport.importing.Completion;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.run.FailureBudget;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.ImportWindow;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The import, the first time and every time again. */
@Command(
        name = "import",
        description = {
            "Checks every row, then imports the stacks one at a time (or one at a time in each lane), in file order.",
            "Run the same command again to go on where it stopped."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            DurationConverter.HELP,
            "",
            "Example:",
            "  catalog-import import sample-input/mappings.csv --limit 1"
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private AwsMixin aws = new AwsMixin();

    @Mixin
    private LaneMixin lanes = new LaneMixin();

    @Option(
            names = "--again",
            description =
                    "Import rows again that undo has released. Without it, they stay as they are, also in a file that has"
                            + " grown since.")
    private boolean again;

    @Option(
            names = "--adopt",
            description =
                    "Count what this program imported before its database was lost as imported by this run. For the"
                            + " first import on an empty database. Without it, such rows are ALREADY_IMPORTED.")
    private boolean adopt;

    @Option(
            names = "--completion",
            paramLabel = "stack|record",
            defaultValue = "stack",
            description = "What an import's end is: its stack being IMPORT_COMPLETE too, or only its record and"
                    + " provisioned product being done (default: ${DEFAULT-VALUE}).")
    private Completion completion = Completion.STACK;

    @Option(
            names = "--import-timeout",
            paramLabel = "DURATION",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description = "How long one import is followed (default: ${DEFAULT-VALUE}).")
    private Duration importTimeout = Duration.ZERO;

    @Option(
            names = "--unchanged-after",
            paramLabel = "DURATION",
            defaultValue = "5m",
            converter = DurationConverter.class,
            description = "With --completion stack: stop waiting for a stack that has kept its status for so long after"
                    + " its import's record succeeded (default: ${DEFAULT-VALUE}).")
    private Duration unchangedAfter = Duration.ZERO;

    @Option(names = "--strict", description = "Import nothing if any row is rejected.")
    private boolean strict;

    @Option(
            names = "--max-failures",
            paramLabel = "N|N%",
            converter = FailureBudgetConverter.class,
            description = "Begin no more imports when more than this many have failed (default: no limit).")
    private @Nullable FailureBudget failureBudget;

    @Option(
            names = "--accept-rejected",
            paramLabel = "CODE[,CODE...]",
            converter = AcceptedRejectionsConverter.class,
            description = "Exit with 0 if all that is left are rows that were rejected for these codes alone. They stay"
                    + " rejected (default: none). Example: --accept-rejected STACK_NOT_FOUND,TEMPLATE_DIFFERS")
    private AcceptedRejections accepted = AcceptedRejections.NONE;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Begin at most this many imports: a canary (default: no limit).")
    private @Nullable Integer limit;

    @Option(
            names = "--from",
            paramLabel = "HH:MM",
            converter = TimeOfDayConverter.class,
            description = "With --until: begin nothing before this time of day either (default: any time).")
    private @Nullable LocalTime from;

    @Option(
            names = "--until",
            paramLabel = "HH:MM",
            converter = TimeOfDayConverter.class,
            description = "Begin nothing after this time of day, by this machine's time zone. Without --from, a start"
                    + " within 12 hours after it begins nothing either (default: no end).")
    private @Nullable LocalTime until;

    @Option(
            names = "--max-duration",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Begin nothing after so long, counted from this start (default: no end).")
    private @Nullable Duration maxDuration;

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        if (limit != null && limit < 1) {
            throw new ParameterException(command.commandLine(), "--limit must be at least 1, not " + limit);
        }
        if (lanes.most() < 1) {
            throw new ParameterException(command.commandLine(), "--max-lanes must be at least 1, not " + lanes.most());
        }
        if (importTimeout.isZero()) {
            throw new ParameterException(command.commandLine(), "--import-timeout must be greater than zero");
        }
        if (from != null && (until == null || until.equals(from))) {
            throw new ParameterException(command.commandLine(), "--from needs --until with another time of day");
        }
        Clock clock = Clock.systemUTC();
        RunOptions options = options(clock.instant());
        PrintWriter out = command.commandLine().getOut();
        return new CommandSession(options, common.console(), clock, common.metricsFile())
                .run(common.databasePatience(), (shown, ledger, run, result, summary) -> {
                    boolean isAccepted = accepted.covers(ledger, run, result);
                    new ImportText(out).print(shown, ledger, run, result);
                    out.println(summary);
                    if (isAccepted) {
                        out.println(accepted.words(result));
                    }
                    out.flush();
                    return isAccepted ? ExitCode.SUCCESS : ExitCode.of(result);
                })
                .number();
    }

    private RunOptions options(Instant now) throws IOException {
        return new RunOptions(
                RunCommand.IMPORT,
                MappingFile.open(common.file()),
                now.truncatedTo(ChronoUnit.MILLIS),
                common.selection(),
                again,
                adopt,
                common.checks(now),
                common.nameScope(),
                completion,
                importTimeout,
                unchangedAfter,
                new ImportLimits(
                        strict,
                        Optional.ofNullable(failureBudget),
                        Optional.ofNullable(limit),
                        Optional.ofNullable(maxDuration).map(now::plus),
                        new ImportWindow(
                                Optional.ofNullable(from), Optional.ofNullable(until), ZoneId.systemDefault())),
                lanes.options(),
                aws.options(),
                common.lockWait(),
                common.results(),
                common.stateDirectory());
    }

    /** Reads {@code STACK_NOT_FOUND,TEMPLATE_DIFFERS}. */
    static final class AcceptedRejectionsConverter implements ITypeConverter<AcceptedRejections> {
        @Override
        public AcceptedRejections convert(String text) {
            try {
                return AcceptedRejections.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads {@code 06:00}. */
    static final class TimeOfDayConverter implements ITypeConverter<LocalTime> {
        @Override
        public LocalTime convert(String text) {
            try {
                return LocalTime.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is not a time of day such as 06:00 or 23:30");
            }
        }
    }

    /** Reads {@code 5} or {@code 5%}. */
    static final class FailureBudgetConverter implements ITypeConverter<FailureBudget> {
        @Override
        public FailureBudget convert(String text) {
            try {
                return FailureBudget.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
