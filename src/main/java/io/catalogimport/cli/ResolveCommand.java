package io.catalogimport.cli;

import io.catalogimport.aws.StackArn;
import io.catalogimport.importing.Completion;
import io.catalogimport.launch.Resolution;
import io.catalogimport.launch.RunLauncher;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.NameScope;
import io.catalogimport.ledger.Remark;
import io.catalogimport.ledger.Selection;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.report.Results;
import io.catalogimport.run.AwsOptions;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunOptions;
import io.catalogimport.validation.CheckSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The operator's own word about one import. */
@Command(
        name = "resolve",
        description = {
            "Ends an import (SUBMITTING, IN_PROGRESS, UNRESOLVED) or a release (RELEASING) that is in flight by your own word,"
                    + " after you have looked in AWS.",
            "Asks AWS nothing and changes nothing there."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  catalog-import resolve sample-input/mappings.csv --line 7 --as imported --reason \"AVAILABLE in the console\""
        })
final class ResolveCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private StorageMixin storage = new StorageMixin();

    @ArgGroup(multiplicity = "1")
    private Row row = new Row();

    @Option(
            names = "--as",
            paramLabel = "imported|failed|released",
            required = true,
            description =
                    "What became of the import, or of the release. A row that failed is tried again by the next import.")
    private End end = End.FAILED;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "How you know; kept in the results.")
    private String reason = "";

    /** One of the two. */
    static final class Row {
        @Option(
                names = "--line",
                paramLabel = "N",
                required = true,
                description = "Line of the row in the mapping file as it is now.")
        private @Nullable Integer line;

        @Option(
                names = "--stack",
                paramLabel = "ARN",
                required = true,
                converter = StackConverter.class,
                description = "The stack's ARN in place of a line, for a row that is no longer in the file.")
        private @Nullable StackArn stack;

        Resolution.Target target() {
            return stack == null ? new Resolution.OnLine(Objects.requireNonNull(line)) : new Resolution.OfStack(stack);
        }
    }

    /** Reads a stack's ARN. */
    static final class StackConverter implements ITypeConverter<StackArn> {
        @Override
        public StackArn convert(String text) {
            return StackArn.parse(text)
                    .orElseThrow(() -> new TypeConversionException("'" + text
                            + "' is not a stack's ARN such as arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/ID"));
        }
    }

    /** What an operator can say. */
    enum End {
        IMPORTED,
        FAILED,
        RELEASED
    }

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        if (reason.isBlank()) {
            throw new ParameterException(command.commandLine(), "--reason must say how you know");
        }
        Clock clock = Clock.systemUTC();
        RunOptions options = options(clock.instant());
        PrintWriter out = command.commandLine().getOut();
        return new CommandSession(options, storage.console(), clock)
                .once(context -> resolve(context, out))
                .number();
    }

    private ExitCode resolve(ApplicationContext context, PrintWriter out) {
        Resolution.Word word = new Resolution.Word(row.target(), MappingState.valueOf(end.name()), reason.strip());
        Remark remark = context.getBean(Resolution.class).accept(word);
        out.println(Printable.text("%s: %s".formatted(word.target(), remark.message())));
        if (context.getBean(RunLauncher.class).writeResultsAgain()) {
            out.println("Results: " + context.getBean(Results.class).directory().resolve("results.csv"));
        }
        out.println("Next: run import again; the lane of this row is free.");
        out.flush();
        return ExitCode.SUCCESS;
    }

    private RunOptions options(Instant now) throws IOException {
        return new RunOptions(
                RunCommand.RESOLVE,
                MappingFile.open(storage.file()),
                now.truncatedTo(ChronoUnit.MILLIS),
                Selection.ALL,
                false,
                false,
                CheckSettings.STRICT,
                NameScope.REGION,
                Completion.STACK,
                Duration.ZERO,
                Duration.ZERO,
                ImportLimits.NONE,
                LaneOptions.ONE_AT_A_TIME,
                AwsOptions.DEFAULT,
                storage.lockWait(),
                storage.results(),
                storage.stateDirectory());
    }
}
