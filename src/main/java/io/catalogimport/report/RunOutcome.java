package io.catalogimport.report;

import java.util.Optional;
import java.util.stream.Stream;

/** How a run stands at the end of a start. Stored as the exit code of the step that reports. */
public enum RunOutcome {
    /** Every row is imported, or was already. */
    COMPLETE(Ending.COMPLETED),
    /** This worker finds nothing more to do; others that share the run go on with it. */
    OTHERS_AT_WORK(Ending.COMPLETED),
    /** Validated only; no row is rejected, failed, or in flight since an import. */
    PLANNED(Ending.STOPPED),
    /** Validated only; some rows are rejected, failed, or in flight since an import. */
    PLANNED_WITH_REJECTIONS(Ending.STOPPED),
    /** All was tried; some rows are rejected or failed. */
    INCOMPLETE(Ending.FAILED),
    /** More imports failed than the user allows; others were not begun. */
    FAILURE_BUDGET_EXCEEDED(Ending.FAILED),
    /** As many imports were begun as the user asked for; others are left. */
    LIMIT_REACHED(Ending.STOPPED),
    /** The time that the user gave is over; others are left. */
    TIME_LIMIT_REACHED(Ending.STOPPED),
    /** The rows that the user chose are imported; others are left. */
    SELECTION_DONE(Ending.STOPPED),
    /** The user asked for the rows that failed, or for those that were rejected, and there are none. */
    NOTHING_SELECTED(Ending.STOPPED),
    /** Others are left because the end of an import in their lane is not known. */
    LANE_BLOCKED(Ending.FAILED),
    /** Some lanes could not be reached; the rest was tried. */
    REGION_UNREACHABLE(Ending.FAILED),
    /** No lane could be reached. */
    AWS_UNREACHABLE(Ending.FAILED),
    /** AWS denied access for every row. */
    ACCESS_REFUSED(Ending.FAILED),
    /** The user or the system asked it to stop. */
    STOPPED(Ending.STOPPED),
    /** An error ended it. */
    FAILED(Ending.FAILED);

    /** How Spring Batch's job ends. Only a run that is complete is never started again. */
    public enum Ending {
        COMPLETED,
        STOPPED,
        FAILED
    }

    /** The one with this name, as Spring Batch's tables have it. A status of Batch's own may stand in its place. */
    public static Optional<RunOutcome> named(String name) {
        return Stream.of(values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst();
    }

    private final Ending ending;

    RunOutcome(Ending ending) {
        this.ending = ending;
    }

    public Ending ending() {
        return ending;
    }
}
