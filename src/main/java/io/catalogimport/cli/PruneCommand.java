package io.catalogimport.cli;

import io.catalogimport.launch.LedgerVisits;
import io.catalogimport.launch.Pruning;
import io.catalogimport.launch.Pruning.Fate;
import io.catalogimport.launch.Pruning.Judged;
import io.catalogimport.ledger.OldFacts;
import io.catalogimport.ledger.OldRuns.Use;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Removes old runs from the database. */
@Command(
        name = "prune",
        description = {
            "Removes runs from the database that were not used for a long time.",
            "Also removes what discover had read from AWS before that, and windows of --until that ended before.",
            "Runs with an import in flight, paused runs, and runs on which a process works are kept. AWS is not asked."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  catalog-import prune --older-than 90d --dry-run"})
final class PruneCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--older-than",
            paramLabel = "DURATION",
            required = true,
            converter = DurationConverter.class,
            description = "How long ago the last use of a run must be, such as 90d or 12w.")
    private Duration age = Duration.ZERO;

    @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask. Without a terminal, nothing is removed without it.")
    private boolean yes;

    @Mixin
    private RunMixin runs = new RunMixin();

    @Override
    public Integer call() {
        Console.of(runs.debug(), LogFormat.TEXT);
        CommandSpec command = Objects.requireNonNull(spec);
        if (!dryRun && !yes && !Terminal.isStdin()) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no terminal to ask on: add --yes to remove runs, or --dry-run to see which ones.");
        }
        PrintWriter out = command.commandLine().getOut();
        LedgerVisits visits = runs.visits(Clock.systemUTC());
        Pruning pruning = new Pruning(visits, Clock.systemUTC(), age);
        List<Judged> found = pruning.look();
        PruneText text = new PruneText(pruning.before());
        print(out, "Database: " + visits.place() + ".");
        text.found(found).forEach(line -> print(out, line));
        List<Use> old = found.stream()
                .filter(judged -> judged.fate() == Fate.REMOVED)
                .map(Judged::run)
                .toList();
        OldFacts.Count facts = pruning.facts();
        text.facts(facts).forEach(line -> print(out, line));
        if (!(old.isEmpty() && facts.isNothing()) && isWanted(old.size(), out)) {
            List<Judged> ended = new ArrayList<>();
            pruning.remove(old, judged -> {
                ended.add(judged);
                print(out, text.ended(judged));
            });
            print(out, text.removed(ended, pruning.removeFacts()));
        }
        return ExitCode.SUCCESS.number();
    }

    private boolean isWanted(int number, PrintWriter out) {
        if (dryRun) {
            print(out, "Nothing was removed, because of --dry-run.");
            return false;
        }
        if (yes) {
            return true;
        }
        String what = number == 0 ? "this" : number == 1 ? "this run" : "these " + number + " runs";
        boolean isYes = Confirmation.isGiven("Remove " + what + "?", out);
        if (!isYes) {
            print(out, "Nothing was removed.");
        }
        return isYes;
    }

    private static void print(PrintWriter out, String line) {
        out.println(Printable.text(line));
        out.flush();
    }
}
