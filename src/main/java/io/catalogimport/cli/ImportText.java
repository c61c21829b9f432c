package io.catalogimport.cli;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.launch.RunResult;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LedgerRow;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Obstacle;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.RunOptions;
import java.io.PrintWriter;
import java.util.Optional;

/** What is said at the end of an import: counts, the rows that need someone, where the results are, what to do next. */
final class ImportText {
    private static final int MOST_ROWS = 20;

    private static final String LAST_WORKER =
            " The last worker to end has the run's exit code and leaves the complete results.";

    private final PrintWriter out;

    ImportText(PrintWriter out) {
        this.out = out;
    }

    void print(RunOptions options, Figures ledger, Run run, RunResult result) {
        WarningsText warnings = new WarningsText();
        printProblems(ledger, run, new RejectionGroups(result.rows()), warnings);
        out.println(CountsText.of(result.rows()) + ".");
        warnings.print(out);
        result.obstacles().forEach(obstacle -> print(options, result, obstacle));
        if (result.outcome() != RunOutcome.COMPLETE) {
            result.otherWorkers().forEach(worker -> out.println(Printable.text(WorkerText.of(worker))));
        }
        if (result.otherWorkers().isEmpty()) {
            result.lockedLanes().forEach(words -> out.println(Printable.text(words)));
        }
        new RefusalText(out).print(ledger.refusals(run, FailureKind.ALL));
        out.println("Results: " + options.results().resolve("results.csv"));
        out.println("Report: " + options.results().resolve("report.html"));
        out.println(
                result.outcome() == RunOutcome.OTHERS_AT_WORK
                        ? whyNothingBegins(options, ledger, run, result) + LAST_WORKER
                        : next(options, result));
        owner(options, result).ifPresent(words -> out.println(Printable.text(words)));
        out.flush();
    }

    /** Who imports becomes the owner. That has to be known before the role is deleted. */
    private static Optional<String> owner(RunOptions options, RunResult result) {
        return result.owners().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s what this start imported. To give it another owner: catalog-import handover %s --owner ARN"
                                .formatted(
                                        result.owners().size() == 1
                                                ? result.owners().get(0) + " owns"
                                                : result.owners().get(0)
                                                        + " and %d more own"
                                                                .formatted(result.owners()
                                                                                .size()
                                                                        - 1),
                                        options.file().path()));
    }

    private void print(RunOptions options, RunResult result, Obstacle obstacle) {
        boolean isFollowed =
                obstacle.state() == MappingState.SUBMITTING || obstacle.state() == MappingState.IN_PROGRESS;
        if (result.outcome() == RunOutcome.STOPPED && isFollowed) {
            out.println(Printable.text("Line %d of %s is still %s in AWS; the next start follows it to its end."
                    .formatted(obstacle.line(), obstacle.file(), obstacle.state())));
            return;
        }
        out.println(Printable.text("Lane %s waits for line %d of %s, which is %s: nothing else starts in %s."
                .formatted(
                        obstacle.lane(),
                        obstacle.line(),
                        obstacle.file(),
                        obstacle.state(),
                        options.lanes().areSideBySide() ? "it" : "any lane")));
        if (obstacle.state() == MappingState.RELEASING) {
            out.println(Printable.text("An undo has not ended. Run it again: undo " + obstacle.file()));
            return;
        }
        out.println(Printable.text(
                "It ends when AWS shows an end, or by: resolve %s --stack %s --as imported|failed --reason TEXT"
                        .formatted(options.file().path(), obstacle.stackArn())));
    }

    private void printProblems(Figures ledger, Run run, RejectionGroups rejections, WarningsText warnings) {
        RowText rows = new RowText(out, run, ledger.hasSeveralLanes(run));
        int[] shown = new int[1];
        ledger.forEachRow(run, row -> {
            warnings.count(row);
            if (!rejections.take(row) && isProblem(row) && ++shown[0] <= MOST_ROWS) {
                rows.print(row);
            }
        });
        if (shown[0] > MOST_ROWS) {
            out.println("and %d more, see the results".formatted(shown[0] - MOST_ROWS));
        }
        rejections.print(out);
        if (shown[0] > 0 || !rejections.isEmpty()) {
            out.println();
        }
    }

    private static boolean isProblem(LedgerRow row) {
        return row.state() == MappingState.REJECTED
                || row.state() == MappingState.FAILED
                || row.state() == MappingState.UNRESOLVED;
    }

    private static String afterSelection(RunOptions options, RunResult result) {
        return result.onlyRejectedAreLeft()
                ? "fix the rejected rows in " + options.results().resolve("remaining.csv") + " and import that."
                : "the same command without it.";
    }

    /** What is known of the reason for which a worker ends before the others. */
    private static String whyNothingBegins(RunOptions options, Figures ledger, Run run, RunResult result) {
        StateCounts rows = ledger.selectedCounts(run);
        if (rows.of(MappingState.STAGED) + rows.of(MappingState.READY) == 0) {
            return "No row is left to begin.";
        }
        boolean onlyLanesAreInTheWay = options.limits().areNone()
                && result.obstacles().isEmpty()
                && ledger.refusals(run, FailureKind.ALL).isEmpty();
        return onlyLanesAreInTheWay
                ? "The rows that are left are in lanes in which other workers import."
                : "This worker can begin no other row.";
    }

    private static String next(RunOptions options, RunResult result) {
        return switch (result.outcome()) {
            case COMPLETE ->
                result.rows().of(MappingState.RELEASED) > 0
                        ? "Nothing is left to do. Rows that were released stay so, unless --again is given."
                        : "Every row is imported.";
            case INCOMPLETE ->
                options.limits().strict() && result.rows().of(MappingState.READY) > 0
                        ? "No import was started, because some rows are rejected and --strict was given."
                                + " Next: fix them, or leave out --strict."
                        : "Next: fix the causes and run the same command again, or fix the rows in %s and import that."
                                .formatted(options.results().resolve("remaining.csv"));
            case FAILURE_BUDGET_EXCEEDED ->
                "Stopped: more imports failed than --max-failures allows."
                        + " Next: see why, then run the same command again.";
            case LIMIT_REACHED ->
                "Stopped after --limit %d. Next: run the same command again, with another limit or none."
                        .formatted(options.limits().limit().orElse(0));
            case TIME_LIMIT_REACHED ->
                "Stopped: the time is up. Next: run the same command again when imports may begin.";
            case SELECTION_DONE -> "The rows that --only names are done. Next: " + afterSelection(options, result);
            case REGION_UNREACHABLE, AWS_UNREACHABLE ->
                "Next: run the same command again when AWS can be reached there; nothing is lost.";
            case ACCESS_REFUSED -> "AWS refused every row. Next: fix the access of these credentials, then run again.";
            case NOTHING_SELECTED -> SelectionText.empty(options.selection());
            case LANE_BLOCKED -> "Next: look at the stack in the AWS console, then run the same command again.";
            case STOPPED -> "Stopped as requested. Next: run the same command again to continue.";
            case FAILED -> "The run could not go on.";
            case PLANNED, PLANNED_WITH_REJECTIONS, OTHERS_AT_WORK -> "";
        };
    }
}
