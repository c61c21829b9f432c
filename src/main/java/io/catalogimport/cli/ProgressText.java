package io.catalogimport.cli;

import io.catalogimport.ledger.StateCounts;
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

    private static Instant moment(Instant deadline) {
        return deadline.truncatedTo(ChronoUnit.SECONDS);
    }
}
