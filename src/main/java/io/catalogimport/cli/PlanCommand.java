package io.catalogimport.cli;

import io.catalogimport.importing.Completion;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.run.ImportLimits;
import io.catalogimport.run.LaneOptions;
import io.catalogimport.run.RunCommand;
import io.catalogimport.run.RunOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The dry run. */
@Command(
        name = "plan",
        description = "Checks every row against AWS and shows what import would do. Changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", DurationConverter.HELP, "", "Example:", "  catalog-import plan sample-input/mappings.csv"})
final class PlanCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private AwsMixin aws = new AwsMixin();

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        RunOptions options = options(clock.instant());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        return new CommandSession(options, common.console(), clock, common.metricsFile())
                .run(common.databasePatience(), (shown, ledger, run, result, summary) -> {
                    new PlanText(out).print(shown, ledger, run, result);
                    return ExitCode.of(result);
                })
                .number();
    }

    private RunOptions options(Instant now) throws IOException {
        return new RunOptions(
                RunCommand.PLAN,
                MappingFile.open(common.file()),
                now.truncatedTo(ChronoUnit.MILLIS),
                common.selection(),
                false,
                false,
                common.checks(now),
                common.nameScope(),
                Completion.STACK,
                Duration.ZERO,
                Duration.ZERO,
                ImportLimits.NONE,
                LaneOptions.ONE_AT_A_TIME,
                aws.options(),
                common.lockWait(),
                common.results(),
                common.stateDirectory());
    }
}
