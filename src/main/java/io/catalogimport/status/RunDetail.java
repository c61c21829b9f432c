package io.catalogimport.status;

import io.catalogimport.ledger.MappingState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes on within a run.
 *
 * @param lanes those with something to do first, in the order of the file
 * @param inFlight the imports of this run that AWS may be working on
 * @param blocked the lanes in which nothing more begins, and why
 * @param refused the rows that AWS refused or that could not be reached, by reason and lane
 * @param failures the latest failed imports, the last one first
 * @param forecast null if there is nothing to import, or no import to go by
 */
public record RunDetail(
        List<LaneFacts> lanes,
        List<ImportFacts> inFlight,
        List<BlockedLane> blocked,
        List<RefusedRows> refused,
        List<FailedImport> failures,
        @Nullable Forecast forecast) {

    public RunDetail {
        lanes = List.copyOf(lanes);
        inFlight = List.copyOf(inFlight);
        blocked = List.copyOf(blocked);
        refused = List.copyOf(refused);
        failures = List.copyOf(failures);
    }

    /**
     * A lane.
     *
     * @param total the rows in it
     * @param done how many of them need no import any more
     * @param notImported how many of them failed or were rejected
     * @param waiting how many of them are still to be checked or imported
     * @param current the import in flight; null if there is none
     * @param medianSeconds how long an import takes in it; null if none was seen
     * @param endsAt when its rows will be done, by the median; null if that is not known, or nobody works on the run
     */
    public record LaneFacts(
            String lane,
            long total,
            long done,
            long notImported,
            long waiting,
            @Nullable ImportFacts current,
            @Nullable Long medianSeconds,
            @Nullable Instant endsAt) {}

    /**
     * An import in flight.
     *
     * @param since when it was submitted
     * @param code why nothing is known of its end, if that is so; otherwise empty
     * @param message the same in words
     */
    public record ImportFacts(
            int line,
            String lane,
            String stackArn,
            MappingState state,
            @Nullable Instant since,
            String code,
            String message) {}

    /**
     * A lane in which nothing more begins.
     *
     * @param waiting how many rows wait in it
     * @param reason a sentence
     */
    public record BlockedLane(String lane, long waiting, String reason) {}

    /** The rows of a lane with the same code. */
    public record RefusedRows(String lane, String code, long rows) {}

    /** An import that failed. */
    public record FailedImport(
            int line,
            String lane,
            String stackArn,
            String code,
            String message,
            @Nullable Instant at) {}
}
