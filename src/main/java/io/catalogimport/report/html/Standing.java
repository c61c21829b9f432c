package io.catalogimport.report.html;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.report.RunSummary;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the run stands, in one sentence, and what comes next. */
record Standing(String sentence, String next, Tone tone) {
    private static final Set<MappingState> REFUSED = EnumSet.of(MappingState.REJECTED, MappingState.FAILED);
    private static final Set<MappingState> FOLLOWED = EnumSet.of(MappingState.SUBMITTING, MappingState.IN_PROGRESS);

    /** How the sentence is shown; it says the same in words. */
    enum Tone {
        GOOD,
        OPEN,
        BAD
    }

    static Standing of(RunSummary summary) {
        StateCounts counts = new StateCounts(summary.rows());
        @Nullable RunOutcome outcome = summary.outcome();
        boolean isRunning = outcome == null && !summary.died();
        String next = outcome == null ? notEnded(summary.died()) : next(outcome);
        if (summary.total() == 0) {
            return new Standing("The file has no rows in the ledger.", next, Tone.OPEN);
        }
        return "plan".equals(summary.command()) && !isRunning ? plan(counts, next) : imported(counts, next, isRunning);
    }

    private static String notEnded(boolean hasDied) {
        return hasDied
                ? "The program did not end by itself: it was killed, or its machine failed. Next: run the same command again to continue."
                : "The run is not over: this page shows it as it was then.";
    }

    private static Standing plan(StateCounts counts, String next) {
        long refused = counts.of(REFUSED);
        String sentence = "%s of %s can be imported now or are imported already%s."
                .formatted(
                        Words.number(counts.of(MappingState.READY) + counts.of(MappingState.DONE)),
                        Words.count(counts.total(), "row"),
                        rest(counts, ""));
        return new Standing(sentence, next, refused > 0 ? Tone.BAD : Tone.GOOD);
    }

    private static Standing imported(StateCounts counts, String next, boolean isRunning) {
        long done = counts.of(MappingState.DONE);
        if (done == counts.total()) {
            String all = counts.total() == 1 ? "The only row is imported." : "All %s are imported.";
            return new Standing(all.formatted(Words.count(counts.total(), "row")), next, Tone.GOOD);
        }
        String sentence = "%s of %s %s imported%s%s."
                .formatted(
                        done == 0 ? "None" : Words.number(done),
                        Words.count(counts.total(), "row"),
                        done <= 1 ? "is" : "are",
                        isRunning ? " so far" : "",
                        rest(counts, part(counts.of(MappingState.READY), "ready")));
        return new Standing(sentence, next, counts.of(REFUSED) > 0 ? Tone.BAD : Tone.OPEN);
    }

    private static String rest(StateCounts counts, String ready) {
        List<String> parts = Stream.of(
                        ready,
                        part(counts.of(MappingState.REJECTED), "rejected"),
                        part(counts.of(MappingState.FAILED), "failed"),
                        part(counts.of(FOLLOWED), "in flight"),
                        part(counts.of(MappingState.UNRESOLVED), "without a known end"),
                        part(counts.of(MappingState.RELEASING), "being released"),
                        part(counts.of(MappingState.RELEASED), "released again"),
                        part(counts.of(MappingState.STAGED), "not checked"))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "" : "; " + parts.stream().collect(Collectors.joining(", "));
    }

    private static String part(long rows, String words) {
        return rows == 0 ? "" : Words.number(rows) + " " + words;
    }

    private static String next(RunOutcome outcome) {
        return switch (outcome) {
            case COMPLETE -> "Nothing is left to do.";
            case OTHERS_AT_WORK -> "Other workers were still importing.";
            case PLANNED -> "The plan found nothing that blocks an import.";
            case PLANNED_WITH_REJECTIONS, INCOMPLETE ->
                "Next: fix the causes below and run the same command again, or fix the rows in remaining.csv and"
                        + " import that file.";
            case FAILURE_BUDGET_EXCEEDED -> "It stopped because more imports failed than --max-failures allows.";
            case LIMIT_REACHED ->
                "It stopped after as many imports as --limit allows. Next: run the same command again.";
            case TIME_LIMIT_REACHED -> "It stopped because its time was up. Next: run the same command again.";
            case SELECTION_DONE -> "The rows of --only are done. Next: run the same command without --only.";
            case NOTHING_SELECTED -> "No row is failed or rejected, so --only left nothing to do.";
            case LANE_BLOCKED ->
                "A lane is blocked. Next: look at the imports without a known end, then run the same command again.";
            case REGION_UNREACHABLE, AWS_UNREACHABLE ->
                "AWS could not be reached everywhere. Next: run the same command again when it can.";
            case ACCESS_REFUSED -> "AWS refused every row. Next: fix the access of the credentials.";
            case STOPPED -> "Somebody stopped it. Next: run the same command again to continue.";
            case FAILED -> "An error ended it. Next: run the same command again to continue.";
        };
    }
}
