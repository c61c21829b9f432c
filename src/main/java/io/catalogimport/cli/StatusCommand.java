package io.catalogimport.cli;

import io.catalogimport.launch.OperatorDesk;
import io.catalogimport.launch.OperatorDesk.RunName;
import io.catalogimport.run.StopRequest;
import io.catalogimport.status.RunStatuses;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A look at runs from any shell. */
@Command(
        name = "status",
        description = {
            "Shows all runs of the database, or one run: its lanes, what is in flight or blocked, and when it will be done.",
            "Reads only. It may be used at any time, also while a run goes on."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  catalog-import status",
            "  catalog-import status sample-input/mappings.csv --watch"
        })
final class StatusCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Mapping file, or the run as the list of all runs calls it (default: all runs).")
    private @Nullable String file;

    @Option(
            names = "--watch",
            description =
                    "Look again every 2 seconds until Ctrl-C: in place on a terminal, elsewhere a line for each change.")
    private boolean watch;

    @Mixin
    private OutputMixin output = new OutputMixin();

    @Mixin
    private RunMixin runs = new RunMixin();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws Exception {
        Console.of(runs.debug(), LogFormat.TEXT);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        @Nullable OperatorDesk desk = null;
        try {
            desk = runs.desk(clock);
            @Nullable RunName run = file == null ? null : RunMixin.named(file);
            StatusDocument status = look(desk, run);
            if (watch) {
                watch(desk, run, status, out);
            } else {
                print(status, out);
            }
            return ExitCode.SUCCESS.number();
        } catch (RuntimeException | IOException e) {
            if (output.isJson()) {
                String place = desk == null ? null : desk.place();
                out.println(StatusDocument.failed(now(), place, Diagnosis.of(e).sentence())
                        .text());
                out.flush();
            }
            throw e;
        }
    }

    private StatusDocument look(OperatorDesk desk, @Nullable RunName run) {
        if (run == null) {
            return new StatusDocument(StatusDocument.VERSION, now(), desk.place(), null, desk.all(), null);
        }
        RunStatuses.Status status = desk.of(run);
        return new StatusDocument(
                StatusDocument.VERSION, now(), desk.place(), null, List.of(status.facts()), status.detail());
    }

    private void print(StatusDocument status, PrintWriter out) {
        if (output.isJson()) {
            out.println(status.text());
        } else {
            StatusText.of(status, name(), ZoneId.systemDefault()).forEach(out::println);
        }
        out.flush();
    }

    /** Until the process is ended, or nobody reads any more. */
    private void watch(OperatorDesk desk, @Nullable RunName run, StatusDocument first, PrintWriter out) {
        StatusWatch view = view(out);
        StopRequest stop = new StopRequest();
        view.show(first);
        boolean wasInUse = true;
        while (!out.checkError() && stop.waitFor(StatusWatch.INTERVAL)) {
            boolean isInUse = desk.mayChange();
            try {
                // Once more after the end: to see it.
                if (isInUse || wasInUse) {
                    view.show(look(desk, run));
                }
                wasInUse = isInUse;
            } catch (RuntimeException e) {
                if (!StatusWatch.mayGoOnAfter(e)) {
                    throw e;
                }
                view.away(Diagnosis.of(e).sentence());
            }
        }
    }

    private StatusWatch view(PrintWriter out) {
        if (output.isJson()) {
            return new StatusWatch.Documents(out, clock);
        }
        return Terminal.isStdout()
                ? new StatusWatch.InPlace(out, name(), Terminal::lines)
                : new StatusWatch.Lines(out, clock);
    }

    private String name() {
        return file == null ? "" : file;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
