package io.catalogimport.cli;

import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.Plural;
import io.catalogimport.run.ImportWork;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is said of turns that a run takes, however progress is shown. */
final class ProgressText {
    private ProgressText() {}

    static String recovered(StateCounts rows) {
        return "An earlier start of this run died. Continuing from: " + CountsText.of(rows);
    }

    static String waiting(String words, Instant deadline) {
        return words + "; waiting for that to end, until " + moment(deadline) + " at most";
    }

    static String databaseAway(Instant deadline) {
        return "The database cannot be reached. No import begins until it is back; waiting until " + moment(deadline)
                + " at most";
    }

    static String databaseBack(Duration away) {
        return "The database is back after " + ImportTimes.words(away);
    }

    private static Instant moment(Instant deadline) {
        return deadline.truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@code Importing 7 stacks}, or {@code Importing 2 of 7 stacks (--limit)}. */
    static String importing(ImportWork work, boolean shared) {
        String allowed = work.mayBegin() < work.ready() ? work.mayBegin() + " of " : "";
        return "Importing " + allowed + Plural.of(work.ready(), "stack") + (allowed.isEmpty() ? "" : " (--limit)")
                + (shared ? ", all workers together" : "");
    }

    /** Whether somebody may have to do something about it. */
    static boolean isTrouble(ImportOutcome outcome) {
        return outcome instanceof ImportOutcome.Failed
                || outcome instanceof ImportOutcome.Unresolved
                || outcome instanceof ImportOutcome.Postponed
                || outcome instanceof ImportOutcome.Overtaken;
    }

    /** The row, what became of it, and why. */
    static String ended(LedgerEntry entry, ImportOutcome outcome, Duration took) {
        return "line %d, %s: %s"
                .formatted(entry.line(), entry.mapping().stackArn().stackName(), became(outcome, took));
    }

    private static String became(ImportOutcome outcome, Duration took) {
        if (outcome instanceof ImportOutcome.Imported) {
            return "imported in " + ImportTimes.words(took);
        }
        if (outcome instanceof ImportOutcome.Failed failed) {
            return "failed: " + failed.remark().message();
        }
        if (outcome instanceof ImportOutcome.Unresolved unresolved) {
            return "unresolved: " + unresolved.remark().message();
        }
        if (outcome instanceof ImportOutcome.Postponed postponed) {
            return "not started: " + postponed.remark().message();
        }
        if (outcome instanceof ImportOutcome.TakenBack) {
            return "AWS never got the request of the earlier start; ready again";
        }
        return outcome instanceof ImportOutcome.Overtaken
                ? "another process has written what became of it"
                : "left for the next start";
    }
}
