package io.catalogimport.cli;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.importing.PollSchedule;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.RunOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** What a plan says: every row's verdict, counts, and how long the import will take. */
final class PlanText {
    private final PrintWriter out;

    PlanText(PrintWriter out) {
        this.out = out;
    }

    void print(RunOptions options, Figures ledger, Run run, RunResult result) {
        RowText rows = new RowText(out, run, ledger.hasSeveralLanes(run));
        WarningsText warnings = new WarningsText();
        RejectionGroups rejections = new RejectionGroups(result.rows());
        ledger.forEachRow(run, row -> {
            if (!rejections.take(row)) {
                rows.print(row);
                printPlanFor(row.state());
            }
            warnings.count(row);
        });
        rejections.print(out);
        out.println();
        new RefusalText(out).print(ledger.refusals(run, FailureKind.ALL));
        if (ledger.selectedCounts(run).total() == 0) {
            out.println(SelectionText.empty(options.selection()));
        }
        long ready = result.rows().of(MappingState.READY);
        out.println(CountsText.ofPlan(result.rows()));
        warnings.print(out);
        if (ready > 0) {
            out.println(estimate(ready, ledger.recentDurations(PollSchedule.MEMORY)));
        }
        out.println("Nothing was changed in AWS. The verdicts are in %s."
                .formatted(options.results().resolve("results.csv")));
        out.println(next(options, result, ready));
        out.flush();
    }

    /** What an import does with a row of an earlier import, whose end the plan leaves as it is. */
    private void printPlanFor(MappingState state) {
        if (state == MappingState.FAILED) {
            out.println("            An import tries it again.");
        } else if (MappingState.IMPORT_IN_FLIGHT.contains(state)) {
            out.println("            An import follows it first.");
        }
    }

    private static String next(RunOptions options, RunResult result, long ready) {
        if (result.outcome() == RunOutcome.STOPPED) {
            return "Stopped as requested, before every row was checked. Next: run the same command again.";
        }
        if (result.outcome() == RunOutcome.REGION_UNREACHABLE || result.outcome() == RunOutcome.AWS_UNREACHABLE) {
            return "Next: run plan again when AWS can be reached there.";
        }
        if (result.outcome() == RunOutcome.ACCESS_REFUSED) {
            return "AWS refused every row. Next: fix the access of these credentials, then run plan again.";
        }
        boolean hasWork = ready > 0
                || result.rows().of(MappingState.FAILED) > 0
                || result.rows().of(MappingState.IMPORT_IN_FLIGHT) > 0;
        if (hasWork) {
            return "Next: run the same command with import instead of plan.";
        }
        return "Nothing is ready to be imported."
                + (result.onlyRejectedAreLeft()
                        ? " Next: fix the rejected rows in %s and run plan with that file."
                                .formatted(options.results().resolve("remaining.csv"))
                        : "");
    }

    private static String estimate(long ready, List<Duration> earlier) {
        if (earlier.isEmpty()) {
            return "How long the import will take is not known: this database has no earlier imports to go by.";
        }
        Duration median = TimeLeft.median(earlier).orElseThrow();
        return "The import will take about %s (%d at a median of %s, from %d earlier imports)."
                .formatted(
                        ImportTimes.words(median.multipliedBy(ready)),
                        ready,
                        ImportTimes.words(median),
                        earlier.size());
    }
}
