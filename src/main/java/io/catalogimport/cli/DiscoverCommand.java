package io.catalogimport.cli;

import io.catalogimport.aws.LaneChoice;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.discovery.Discovered;
import io.catalogimport.discovery.Discovered.Failure;
import io.catalogimport.discovery.Discovery;
import io.catalogimport.discovery.DiscoveryRequest;
import io.catalogimport.discovery.ExistingMappings;
import io.catalogimport.launch.CommandApplication;
import io.catalogimport.launch.DiscoverySettings;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.report.DiscoveryFiles;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.StopRequest;
import io.catalogimport.validation.WarningSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds stacks that can be imported, and writes the mapping file. */
@Command(
        name = "discover",
        description = {
            "Finds stacks whose templates are those of product versions, and proposes a mapping file for plan and import.",
            "Changes nothing in AWS."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  catalog-import discover --out mappings.csv --stack 'shop-*'"})
final class DiscoverCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Mapping file that is written, with a row for each stack that a product version matches.")
    private Path out = Path.of("");

    @Option(
            names = "--unmatched",
            paramLabel = "FILE",
            description = "File for the stacks that none matches (default: unmatched.csv beside --out).")
    private @Nullable Path unmatched;

    @Option(
            names = "--append",
            description = "Add rows for stacks that --out does not have. No row that is there is changed.")
    private boolean append;

    @Option(names = "--force", description = "Replace files that are there already.")
    private boolean force;

    @Option(names = "--refresh", description = "Read the products again, also if that was done in the last 15 minutes.")
    private boolean refresh;

    @Mixin
    private DiscoverMixin what = new DiscoverMixin();

    @Mixin
    private WarningMixin warnings = new WarningMixin();

    @Mixin
    private AwsMixin aws = new AwsMixin();

    @Mixin
    private StateMixin state = new StateMixin();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description = "How long to wait for another process that uses the embedded database (default: not at all).")
    private Duration lockWait = Duration.ZERO;

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        DiscoveryFiles files = new DiscoveryFiles(out, unmatchedFile());
        Optional<MappingFile> existing = existing(files);
        requireFree(files);
        List<String> accounts = what.accounts();
        List<String> regions = what.regions();
        WarningSettings warned = warnings.settings(Clock.systemUTC().instant());
        DiscoverySettings settings = new DiscoverySettings(out, aws.options(), state.stateDirectory(), lockWait);

        Clock clock = Clock.systemUTC();
        Console console = Console.of(state.debug(), LogFormat.TEXT);
        ProgressView waiting = console.progress(clock, LaneOptions.ONE_AT_A_TIME);
        DiscoverProgress progress = DiscoverProgress.of(console, System.err);
        StopRequest stop = new StopRequest();
        Shutdown shutdown = Shutdown.into(stop, progress::finish);
        CommandApplication application = new CommandApplication(waiting, stop, clock);
        try (ConfigurableApplicationContext context = application.discovery(settings, progress)) {
            shutdown.givingUpCallsBy(context.getBean(LaneClients.class)::giveUpCalls);
            DiscoveryRequest request = new DiscoveryRequest(
                    context.getBean(LaneChoice.class).lanes(accounts, regions),
                    what.stacks(),
                    what.products(),
                    what.names(),
                    refresh,
                    warned);
            Discovered discovered = context.getBean(Discovery.class).discover(request, rows(existing));
            progress.finish();
            write(files, existing, discovered);
            new DiscoverText(command.commandLine().getOut(), out, unmatchedFile()).print(request, discovered);
            return code(request, discovered).number();
        } catch (StopRequestedException e) {
            progress.finish();
            command.commandLine()
                    .getErr()
                    .println(
                            "Stopped as requested. No file was written. Run again to continue: what was read is kept.");
            return ExitCode.TERMINATED.number();
        } finally {
            progress.finish();
            waiting.finish();
            shutdown.runHasEnded();
        }
    }

    private Path unmatchedFile() {
        return unmatched == null ? out.resolveSibling("unmatched.csv") : unmatched;
    }

    /** The file whose rows stay. One that has only a header is written again. */
    private Optional<MappingFile> existing(DiscoveryFiles files) throws IOException {
        return append && Files.exists(out) && !files.isWithoutRows()
                ? Optional.of(MappingFile.open(out))
                : Optional.empty();
    }

    private void requireFree(DiscoveryFiles files) {
        List<Path> taken = files.existing();
        if (!append && !force && !taken.isEmpty()) {
            String names = taken.stream().map(Path::toString).collect(Collectors.joining(" and "));
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    names + (taken.size() == 1 ? " exists" : " exist")
                            + " already: give --append to add rows, --force to replace, or another --out");
        }
    }

    static ExistingMappings rows(Optional<MappingFile> file) throws IOException {
        ExistingMappings rows = new ExistingMappings();
        if (file.isPresent()) {
            try (MappingLines lines = file.get().lines()) {
                MappingLine line = lines.next();
                while (line != null) {
                    rows.add(line);
                    line = lines.next();
                }
            }
        }
        return rows;
    }

    private static void write(DiscoveryFiles files, Optional<MappingFile> existing, Discovered discovered) {
        if (existing.isPresent()) {
            files.append(existing.get(), discovered);
        } else {
            files.write(discovered);
        }
    }

    private static ExitCode code(DiscoveryRequest request, Discovered discovered) {
        List<Failure> failures = discovered.failures();
        if (failures.isEmpty()) {
            return ExitCode.SUCCESS;
        }
        if (failures.size() < request.lanes().size()) {
            return ExitCode.INCOMPLETE;
        }
        return failures.stream().anyMatch(Failure::unavailable) ? ExitCode.UNAVAILABLE : ExitCode.NO_PERMISSION;
    }
}
