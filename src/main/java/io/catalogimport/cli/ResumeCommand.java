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

/** Lets a run go on that was paused. */
@Command(
        name = "resume",
        description = "Ends the pause of a run. Processes that hold go on within seconds.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  catalog-import resume sample-input/mappings.csv"})
final class ResumeCommand implements Callable<Integer> {
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
        PauseResult result = runs.desk(Clock.systemUTC()).resume(RunMixin.named(file));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        new PauseText(file, result).resumed().forEach(out::println);
        out.flush();
        return ExitCode.SUCCESS.number();
    }
}
