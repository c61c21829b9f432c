package io.catalogimport.cli;

import io.catalogimport.aws.LaneClients;
import io.catalogimport.launch.CommandApplication;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.launch.UndoPlan;
import io.catalogimport.launch.UndoResult;
import io.catalogimport.launch.UndoRows;
import io.catalogimport.launch.UndoRows.Preview;
import io.catalogimport.launch.UndoSettings;
import io.catalogimport.launch.Undoing;
import io.catalogimport.ledger.ReleaseChoice;
import io.catalogimport.ledger.Selection;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.report.Plural;
import io.catalogimport.report.Results;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.StopRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Takes an import back. */
@Command(
        name = "undo",
        description = {
            "Releases from Service Catalog what this program has imported, the newest import first. The stacks stay as they are.",
            "Run the same command again to go on where it stopped."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            DurationConverter.HELP,
            "",
            "Examples:",
            "  catalog-import undo sample-input/mappings.csv --plan",
            "  catalog-import undo sample-input/mappings.csv --line 2,5-7 --yes"
        })
final class UndoCommand implements Callable<Integer> {
    /** More lanes at a time would only wait for AWS. */
    private static final int MOST_LANES = 256;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private StorageMixin storage = new StorageMixin();

    @Mixin
    private RoleMixin role = new RoleMixin();

    @ArgGroup
    private Which which = new Which();

    @Mixin
    private ConsentMixin consent = new ConsentMixin();

    @Option(
            names = "--lanes",
            paramLabel = "N|auto",
            defaultValue = "1",
            converter = LaneMixin.ParallelConverter.class,
            description = "How many lanes are worked on at a time. In each lane, one release runs at a time. 1 is one"
                    + " release at a time over the whole file (default: ${DEFAULT-VALUE}).")
    private int lanes;

    @Option(
            names = "--release-timeout",
            paramLabel = "DURATION",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "How long one release is followed (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ZERO;

    @Mixin
    private OutputMixin output = new OutputMixin();

    /** At most one of these. */
    static final class Which {
        @Option(
                names = "--line",
                paramLabel = "LINES",
                converter = LinesConverter.class,
                description = "Only the rows on these lines, such as 7,12-15 (default: all).")
        private @Nullable Selection lines;

        @Option(
                names = "--run",
                paramLabel = "ID",
                converter = RunConverter.class,
                description =
                        "What another run has imported, such as an earlier version of the file. ID is how the list"
                                + " of status calls it (default: the run of the file as it is now).")
        private @Nullable String run;

        @Option(
                names = "--failed-canary",
                description = "Only what the last start of import has imported, and only if an import of that start has"
                        + " failed or has no known end.")
        private boolean failedCanary;

        ReleaseChoice choice() {
            if (failedCanary) {
                return new ReleaseChoice.FailedCanary();
            }
            return lines == null ? new ReleaseChoice.All() : new ReleaseChoice.OnLines(lines.lines());
        }
    }

    /** Reads lines such as {@code 7,12-15}. */
    static final class LinesConverter implements ITypeConverter<Selection> {
        @Override
        public Selection convert(String text) {
            try {
                Selection selection = Selection.parse(text);
                if (selection.kind() == Selection.Kind.LINES) {
                    return selection;
                }
            } catch (IllegalArgumentException e) {
                // The same complaint.
            }
            throw new TypeConversionException("'" + text + "' are not lines such as 7,12-15");
        }
    }

    /** Reads how a run's digest begins. */
    static final class RunConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!RunMixin.DIGEST.matcher(text).matches()) {
                throw new TypeConversionException("'" + text
                        + "' is not a run as the list of status calls it: 8 to 64 digits and letters a to f");
            }
            return text;
        }
    }

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        consent.requireAnswerable(command.commandLine(), output, "release", "released");
        if (timeout.isZero()) {
            throw new ParameterException(command.commandLine(), "--release-timeout must be greater than zero");
        }
        Clock clock = Clock.systemUTC();
        UndoSettings settings = settings(clock);
        storage.console();
        PrintWriter out = command.commandLine().getOut();
        if (!output.isJson()) {
            return run(settings, new UndoText(out, storage.file(), consent.isPlan()), out, clock)
                    .number();
        }
        UndoJson json = new UndoJson(out, settings.startedAt(), consent.isPlan());
        try {
            return run(settings, json, out, clock).number();
        } catch (RuntimeException e) {
            json.failed(Diagnosis.of(e));
            throw e;
        }
    }

    private UndoSettings settings(Clock clock) throws IOException {
        RunName run = which.run == null
                ? new RunName(MappingFile.open(storage.file()).digest(), storage.file())
                : new RunName(which.run, null);
        return new UndoSettings(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                storage.file(),
                run,
                which.choice(),
                role.settings(Objects.requireNonNull(spec).commandLine()),
                Math.min(lanes, MOST_LANES),
                timeout,
                storage.lockWait(),
                results(),
                storage.stateDirectory());
    }

    /** The results of another run go to a place of their own, beside those of the file as it is now. */
    private Path results() {
        return which.run == null ? storage.results() : storage.results().resolve(StatusText.digest(which.run));
    }

    private ExitCode run(UndoSettings settings, UndoView view, PrintWriter out, Clock clock) {
        if (!consent.isPlan()) {
            Results.prepare(settings.results());
        }
        StopRequest stop = new StopRequest();
        Shutdown shutdown = Shutdown.into(stop, () -> {});
        ProgressLog progress = new ProgressLog(clock, LaneOptions.ONE_AT_A_TIME);
        try (ConfigurableApplicationContext context = new CommandApplication(progress, stop, clock).undo(settings)) {
            shutdown.givingUpCallsBy(context.getBean(LaneClients.class)::giveUpCalls);
            Preview ahead = context.getBean(UndoRows.class).preview();
            if (view instanceof UndoText text) {
                text.ahead(ahead, settings.choice());
            }
            if (!consent.isPlan() && !isWanted(ahead, out)) {
                return ExitCode.SUCCESS;
            }
            UndoResult result = consent.isPlan()
                    ? context.getBean(UndoPlan.class).plan(view::row)
                    : context.getBean(Undoing.class)
                            .release(consent.isGivenInAdvance() ? Long.MAX_VALUE : ahead.all(), view::row);
            ExitCode code = code(result);
            view.ended(result, code);
            if (!consent.isPlan() && view instanceof UndoText text) {
                text.results(context.getBean(Results.class).directory());
            }
            return code;
        } finally {
            shutdown.runHasEnded();
        }
    }

    private boolean isWanted(Preview ahead, PrintWriter out) {
        if (ahead.all() == 0) {
            return true;
        }
        return consent.isGiven(
                "Release %s from Service Catalog? Each stack stays."
                        .formatted(Plural.of(ahead.all(), "provisioned product")),
                "Nothing was released.",
                out);
    }

    private ExitCode code(UndoResult result) {
        if (result.stackChanged()) {
            return ExitCode.INCOMPLETE;
        }
        if (result.stopped()) {
            return ExitCode.TERMINATED;
        }
        if (result.isAllUnreachable()) {
            return ExitCode.UNAVAILABLE;
        }
        if (result.isAllDenied()) {
            return ExitCode.NO_PERMISSION;
        }
        if (consent.isPlan()) {
            return result.notReleased() > 0 || !result.obstacles().isEmpty() ? ExitCode.INCOMPLETE : ExitCode.SUCCESS;
        }
        boolean isOver = result.releasing() == 0
                && result.obstacles().isEmpty()
                && result.unreachable() == 0
                && result.waiting() == 0;
        if (!isOver) {
            return ExitCode.TRY_AGAIN;
        }
        return result.notReleased() > 0 ? ExitCode.INCOMPLETE : ExitCode.SUCCESS;
    }
}
