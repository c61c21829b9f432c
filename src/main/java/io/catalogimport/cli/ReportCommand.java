package io.catalogimport.cli;

import io.catalogimport.importing.Completion;
import io.catalogimport.launch.RunLauncher;
import io.catalogimport.ledger.NameScope;
import io.catalogimport.ledger.Selection;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.report.Results;
import io.catalogimport.run.AwsOptions;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunOptions;
import io.catalogimport.validation.TemplateCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The results once more, from the ledger alone. */
@Command(
        name = "report",
        description = {
            "Writes the results again as the ledger has them now, also while the import goes on or after it was"
                    + " killed.",
            "Asks AWS nothing."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  catalog-import report sample-input/mappings.csv"})
final class ReportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private StorageMixin storage = new StorageMixin();

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        return new CommandSession(options(clock.instant()), storage.console(), clock)
                .once(context -> report(context, out))
                .number();
    }

    private ExitCode report(ApplicationContext context, PrintWriter out) {
        if (!context.getBean(RunLauncher.class).writeResultsAgain()) {
            out.println("The database has no rows of this file. Run plan or import first.");
            out.flush();
            return ExitCode.USAGE;
        }
        Path results = context.getBean(Results.class).directory();
        out.println("Results: " + results.resolve("results.csv"));
        out.println("Report: " + results.resolve("report.html"));
        out.flush();
        return ExitCode.SUCCESS;
    }

    private RunOptions options(Instant now) throws IOException {
        return new RunOptions(
                RunCommand.REPORT,
                MappingFile.open(storage.file()),
                now.truncatedTo(ChronoUnit.MILLIS),
                Selection.ALL,
                TemplateCheck.STRICT,
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
