package io.catalogimport.cli;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.discovery.Discovered;
import io.catalogimport.discovery.Discovery;
import io.catalogimport.discovery.DiscoveryRequest;
import io.catalogimport.discovery.ExistingMappings;
import io.catalogimport.discovery.NamePattern;
import io.catalogimport.discovery.Preparation;
import io.catalogimport.discovery.PrepareRequest;
import io.catalogimport.discovery.PreparedVersion;
import io.catalogimport.discovery.ProductFilter;
import io.catalogimport.discovery.StackFilter;
import io.catalogimport.discovery.VersionGroup;
import io.catalogimport.launch.CommandApplication;
import io.catalogimport.launch.DiscoverySettings;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.report.DiscoveryFiles;
import io.catalogimport.report.UnmatchedFile;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.StopRequest;
import io.catalogimport.validation.WarningSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes product versions from stacks that no version matches. */
@Command(
        name = "prepare",
        description = {
            "Says which product versions would have to be made for the stacks that no version matches.",
            "With --apply it makes them, and adds the stacks to the mapping file. It never edits or deletes a version."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  catalog-import prepare unmatched.csv --product queue"})
final class PrepareCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "unmatched.csv",
            description = "What discover has written for the stacks without a match; a column 'product' may be added"
                    + " (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "mappings.csv",
            description = "Mapping file that gets the rows (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    @Option(names = "--append", description = "Add rows to --out. No row that is there is changed.")
    private boolean append;

    @Option(
            names = "--product",
            paramLabel = "NAME|ID",
            defaultValue = "",
            description = "Product that gets the versions, where the file names none in its column 'product'.")
    private String product = "";

    @Option(names = "--create-products", description = "Make products that do not exist. Needs --owner.")
    private boolean createProducts;

    @Option(
            names = "--owner",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Owner of the products that are made, as Service Catalog shows it.")
    private String owner = "";

    @Option(
            names = "--versions-per-product",
            paramLabel = "N",
            defaultValue = "100",
            description =
                    "How many versions a product can have: AWS's quota for your account (default: ${DEFAULT-VALUE}).")
    private int mostVersions;

    @Option(
            names = "--version-timeout",
            paramLabel = "DURATION",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "How long one version is followed until it is available (default: ${DEFAULT-VALUE}).")
    private Duration patience = Duration.ZERO;

    @Option(
            names = "--name-pattern",
            paramLabel = "PATTERN",
            defaultValue = "{stack}",
            converter = DiscoverMixin.PatternConverter.class,
            description = "Names of the provisioned products, as in discover (default: ${DEFAULT-VALUE}).")
    private NamePattern names = NamePattern.STACK;

    @Option(names = "--apply", description = "Make the versions.")
    private boolean apply;

    @Option(names = "--yes", description = "Do not ask. Without a terminal, --apply needs it.")
    private boolean yes;

    @Mixin
    private AwsMixin aws = new AwsMixin();

    @Mixin
    private StateMixin state = new StateMixin();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = DurationConverter.class,
            description = "How long to wait for another process that uses the embedded database,"
                    + " or makes versions of the same product (default: not at all).")
    private Duration lockWait = Duration.ZERO;

    @Override
    public Integer call() throws Exception {
        refuseContradictions();
        Map<StackArn, String> stacks = UnmatchedFile.read(file);
        PrintWriter text = command().getOut();
        if (stacks.isEmpty()) {
            text.println(Printable.text(file + " has no stacks: nothing is to be prepared."));
            return ExitCode.SUCCESS.number();
        }
        Optional<MappingFile> existing = append && Files.exists(out) && !files().isWithoutRows()
                ? Optional.of(MappingFile.open(out))
                : Optional.empty();

        Clock clock = Clock.systemUTC();
        Console console = Console.of(state.debug(), LogFormat.TEXT);
        ProgressView waiting = console.progress(clock, LaneOptions.ONE_AT_A_TIME);
        DiscoverProgress progress = DiscoverProgress.of(console, System.err);
        StopRequest stop = new StopRequest();
        Shutdown shutdown = Shutdown.into(stop, progress::finish);
        CommandApplication application = new CommandApplication(waiting, stop, clock);
        DiscoverySettings settings = new DiscoverySettings(out, aws.options(), state.stateDirectory(), lockWait);
        try (ConfigurableApplicationContext context = application.discovery(settings, progress)) {
            shutdown.givingUpCallsBy(context.getBean(LaneClients.class)::giveUpCalls);
            return prepare(context, stacks, existing, progress).number();
        } catch (StopRequestedException e) {
            progress.finish();
            command().getErr().println("Stopped as requested. Run again to continue: no version is made twice.");
            return ExitCode.TERMINATED.number();
        } finally {
            progress.finish();
            waiting.finish();
            shutdown.runHasEnded();
        }
    }

    private void refuseContradictions() throws IOException {
        if (createProducts == owner.isBlank()) {
            throw new ParameterException(
                    command(), "--create-products needs --owner, and --owner needs --create-products");
        }
        if (apply && !yes && !Terminal.isStdin()) {
            throw new ParameterException(
                    command(), "There is no terminal to ask on: add --yes to make versions, or leave --apply out.");
        }
        if (apply && !append && Files.exists(out)) {
            throw new ParameterException(command(), out + " exists already: give --append, or another --out");
        }
    }

    private ExitCode prepare(
            ConfigurableApplicationContext context,
            Map<StackArn, String> stacks,
            Optional<MappingFile> existing,
            DiscoverProgress progress)
            throws IOException {
        Discovery discovery = context.getBean(Discovery.class);
        Preparation preparation = context.getBean(Preparation.class);
        PrepareRequest request = request(stacks);
        PrepareText text = new PrepareText(command().getOut());
        Map<String, String> products = new HashMap<>(request.products());
        Discovered found = discovery.discover(look(stacks, products), new ExistingMappings());
        progress.finish();
        List<VersionGroup> groups = preparation.groups(request, found.unmatched());
        text.planned(found, stacks.keySet(), groups);
        if (!apply || !isWanted(groups)) {
            if (apply || groups.isEmpty()) {
                text.nothingMade();
            } else {
                text.looked(append || !Files.exists(out) ? "--apply" : "--apply --append", out);
            }
            return text.isComplete() ? ExitCode.SUCCESS : ExitCode.INCOMPLETE;
        }
        // A version that is made for other stacks must not make a match ambiguous.
        found.proposals()
                .forEach(proposal -> products.put(
                        proposal.stack().arn().toString(),
                        proposal.match().version().product().id()));
        for (VersionGroup group : groups) {
            PreparedVersion made = alone(context, group, () -> preparation.make(request, group));
            text.made(group, made);
            if (made instanceof PreparedVersion.Available available) {
                group.stacks().forEach(stack -> products.put(stack.arn().toString(), available.productId()));
            }
        }
        ExistingMappings rows = DiscoverCommand.rows(existing);
        Discovered now = discovery.discover(look(stacks, products), rows);
        progress.finish();
        if (existing.isPresent()) {
            files().append(existing.get(), now.proposals());
        } else {
            files().write(now.proposals());
        }
        text.written(out, now, stacks.keySet());
        return text.isComplete() && now.unmatched().isEmpty() ? ExitCode.SUCCESS : ExitCode.INCOMPLETE;
    }

    /** Two processes that do not see each other's version yet would make two. */
    private static PreparedVersion alone(
            ConfigurableApplicationContext context, VersionGroup group, Supplier<PreparedVersion> making) {
        Optional<String> product = group.target().product();
        if (product.isEmpty()) {
            return making.get();
        }
        ProcessLocks locks = context.getBean(ProcessLocks.class);
        String lock = "prepare %s %s".formatted(group.lane(), product.get());
        context.getBean(LockQueue.class)
                .take(locks, lock, "is making versions of product %s in %s".formatted(product.get(), group.lane()));
        try {
            return making.get();
        } finally {
            locks.unlock(lock);
        }
    }

    private PrepareRequest request(Map<StackArn, String> stacks) {
        Map<String, String> named = stacks.entrySet().stream()
                .filter(stack -> !stack.getValue().isEmpty())
                .collect(Collectors.toMap(stack -> stack.getKey().toString(), Map.Entry::getValue));
        return new PrepareRequest(named, product, createProducts ? owner : "", mostVersions, patience);
    }

    /**
     * The products are read anew, because versions may have been made a moment ago.
     *
     * @param products the only product that each stack may get, by the stack's ARN; any where none is named
     */
    private DiscoveryRequest look(Map<StackArn, String> stacks, Map<String, String> products) {
        List<Lane> lanes =
                stacks.keySet().stream().map(StackArn::lane).distinct().toList();
        return new DiscoveryRequest(
                lanes,
                StackFilter.only(
                        stacks.keySet().stream().map(StackArn::toString).collect(Collectors.toSet())),
                ProductFilter.ofStacks(products),
                names,
                true,
                WarningSettings.NONE);
    }

    private DiscoveryFiles files() {
        return new DiscoveryFiles(out, file);
    }

    private boolean isWanted(List<VersionGroup> groups) {
        long possible = groups.stream()
                .filter(group -> !(group.target() instanceof VersionGroup.Target.Nowhere))
                .count();
        if (yes || possible == 0) {
            return true;
        }
        return Confirmation.isGiven(
                "Make %d %s?".formatted(possible, possible == 1 ? "version" : "versions"),
                command().getOut());
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
