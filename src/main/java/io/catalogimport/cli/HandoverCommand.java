package io.catalogimport.cli;

import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.PrincipalArn;
import io.catalogimport.handover.NewOwner;
import io.catalogimport.launch.CommandApplication;
import io.catalogimport.launch.HandingOver;
import io.catalogimport.launch.HandingOver.Preview;
import io.catalogimport.launch.HandoverResult;
import io.catalogimport.launch.HandoverSettings;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.report.Plural;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.StopRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Gives what was imported another owner. */
@Command(
        name = "handover",
        description = {
            "Gives the provisioned products that this program has imported another owner. Do it last: afterwards, the old"
                    + " owner may no longer read the records.",
            "Run the same command again to go on where it stopped."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            DurationConverter.HELP,
            "",
            "Example:",
            "  catalog-import handover sample-input/mappings.csv --owner arn:aws:iam::111122223333:role/Operations --plan"
        })
final class HandoverCommand implements Callable<Integer> {
    /** More lanes at a time would only wait for AWS. */
    private static final int MOST_LANES = 256;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "Mapping file.")
    private Path file = Path.of("");

    @Option(
            names = "--owner",
            required = true,
            paramLabel = "ARN",
            converter = PrincipalConverter.class,
            description = "The new owner: a user, a role or an assumed role of the stacks' account.")
    private @Nullable PrincipalArn owner;

    @Option(
            names = "--launch-role",
            paramLabel = "ARN",
            converter = PrincipalConverter.class,
            description =
                    "Also set this role as the launch role, by which Service Catalog changes the stacks from then on"
                            + " (default: it stays).")
    private @Nullable PrincipalArn launchRole;

    @Mixin
    private ConsentMixin consent = new ConsentMixin();

    @Option(
            names = "--lanes",
            paramLabel = "N|auto",
            defaultValue = "1",
            converter = LaneMixin.ParallelConverter.class,
            description = "How many lanes are worked on at a time. In each lane, one change runs at a time. 1 is one"
                    + " change at a time over the whole file (default: ${DEFAULT-VALUE}).")
    private int lanes;

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description = "How long to wait for another process that has the file or one of its lanes (default: not at"
                    + " all).")
    private Duration lockWait = Duration.ZERO;

    @Mixin
    private OutputMixin output = new OutputMixin();

    @Mixin
    private RoleMixin role = new RoleMixin();

    @Mixin
    private StateMixin state = new StateMixin();

    /** Reads the ARN of a user or role. */
    static final class PrincipalConverter implements ITypeConverter<PrincipalArn> {
        @Override
        public PrincipalArn convert(String text) {
            return PrincipalArn.parse(text)
                    .orElseThrow(
                            () -> new TypeConversionException(
                                    "'" + text
                                            + "' is not the ARN of a user, a role or an assumed role, such as arn:aws:iam::111122223333:role/Operations"));
        }
    }

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        requireUsable(command);
        Clock clock = Clock.systemUTC();
        HandoverSettings settings = settings(clock);
        Console.of(state.debug(), LogFormat.TEXT);
        PrintWriter out = command.commandLine().getOut();
        if (!output.isJson()) {
            HandoverText text = new HandoverText(out, settings.owner().owner(), consent.isPlan());
            return run(settings, text, out, clock).number();
        }
        HandoverJson json = new HandoverJson(out, settings, consent.isPlan());
        try {
            return run(settings, json, out, clock).number();
        } catch (RuntimeException e) {
            json.failed(Diagnosis.of(e));
            throw e;
        }
    }

    private void requireUsable(CommandSpec command) {
        consent.requireAnswerable(command.commandLine(), output, "hand over", "handed over");
        if (launchRole != null && launchRole.kind() != PrincipalArn.Kind.ROLE) {
            throw new ParameterException(
                    command.commandLine(), "--launch-role must be the ARN of a role, not " + launchRole.text());
        }
    }

    private HandoverSettings settings(Clock clock) throws IOException {
        return new HandoverSettings(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                file,
                new RunName(MappingFile.open(file).digest(), file),
                new NewOwner(Objects.requireNonNull(owner), Optional.ofNullable(launchRole)),
                role.settings(Objects.requireNonNull(spec).commandLine()),
                Math.min(lanes, MOST_LANES),
                lockWait,
                state.stateDirectory());
    }

    private ExitCode run(HandoverSettings settings, HandoverView view, PrintWriter out, Clock clock) {
        StopRequest stop = new StopRequest();
        Shutdown shutdown = Shutdown.into(stop, () -> {});
        ProgressLog progress = new ProgressLog(clock, LaneOptions.ONE_AT_A_TIME);
        try (ConfigurableApplicationContext context =
                new CommandApplication(progress, stop, clock).handover(settings)) {
            shutdown.givingUpCallsBy(context.getBean(LaneClients.class)::giveUpCalls);
            HandingOver handingOver = context.getBean(HandingOver.class);
            Preview ahead = handingOver.preview();
            view.ahead(ahead);
            if (!consent.isPlan() && !isWanted(ahead, out)) {
                return ExitCode.SUCCESS;
            }
            HandoverResult result = consent.isPlan() ? handingOver.plan(view::row) : handingOver.handOver(view::row);
            ExitCode code = code(result);
            view.ended(result, code);
            return code;
        } finally {
            shutdown.runHasEnded();
        }
    }

    private boolean isWanted(Preview ahead, PrintWriter out) {
        if (ahead.rows() == 0 || !ahead.inFlight().isEmpty()) {
            return true;
        }
        return consent.isGiven(
                "Give %s this owner?".formatted(Plural.of(ahead.rows(), "provisioned product")),
                "Nothing was handed over.",
                out);
    }

    private static ExitCode code(HandoverResult result) {
        if (!result.inFlight().isEmpty()) {
            return ExitCode.TRY_AGAIN;
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
        if (result.inProgress() > 0 || result.unreachable() > 0) {
            return ExitCode.TRY_AGAIN;
        }
        return result.notHandedOver() + result.left() > 0 ? ExitCode.INCOMPLETE : ExitCode.SUCCESS;
    }
}
