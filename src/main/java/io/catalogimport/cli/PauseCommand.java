package io.catalogimport.cli;

import io.catalogimport.launch.OperatorDesk.PauseResult;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a run between two imports. */
@Command(
        name = "pause",
        description = {
            "Holds a run: each process that works on it begins no other import until resume.",
            "Imports in flight are followed to their end. A later start ends at once with 75."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  catalog-import pause sample-input/mappings.csv"})
final class PauseCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "Mapping file, or the run as status without a file calls it.")
    private String file = "";

    @Mixin
    private RunMixin runs = new RunMixin();

    @Override
    public Integer call() throws Exception {
        Console.of(runs.debug(), LogFormat.TEXT);
        PauseResult result = runs.desk(Clock.systemUTC()).pause(RunMixin.named(file));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        new PauseText(file, result).paused().forEach(out::println);
        out.flush();
        return ExitCode.SUCCESS.number();
    }
}
