package io.catalogimport.cli;

import io.catalogimport.mapping.MappingFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    private ResultsMixin files = new ResultsMixin();

    @Mixin
    private RunMixin runs = new RunMixin();

    @Override
    public Integer call() throws Exception {
        Console.of(runs.debug(), LogFormat.TEXT);
        Path results = runs.desk(Clock.systemUTC()).report(MappingFile.open(files.file()), files.results());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("Results: " + results.resolve("results.csv"));
        out.println("Report: " + results.resolve("report.html"));
        out.flush();
        return ExitCode.SUCCESS.number();
    }
}
