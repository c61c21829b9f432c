package io.catalogimport.report;

/** How a run stands at the end of a start. */
public enum RunOutcome {
    /** Every row is imported, or was already. */
    COMPLETE,
    /** This worker finds nothing more to do; others that share the run go on with it. */
    OTHERS_AT_WORK,
    /** Validated only; no row is rejected, failed, or in flight since an import. */
    PLANNED,
    /** Validated only; some rows are rejected, failed, or in flight since an import. */
    PLANNED_WITH_REJECTIONS,
    /** All was tried; some rows are rejected or failed. */
    INCOMPLETE,
    /** More imports failed than the user allows; others were not begun. */
    FAILURE_BUDGET_EXCEEDED,
    /** As many imports were begun as the user asked for; others are left. */
    LIMIT_REACHED,
    /** The time that the user gave is over; others are left. */
    TIME_LIMIT_REACHED,
    /** The rows that the user chose are imported; others are left. */
    SELECTION_DONE,
    /** The user asked for the rows that failed, or for those that were rejected, and there are none. */
    NOTHING_SELECTED,
    /** Others are left because the end of an import in their lane is not known. */
    LANE_BLOCKED,
    /** Some lanes could not be reached; the rest was tried. */
    REGION_UNREACHABLE,
    /** No lane could be reached. */
    AWS_UNREACHABLE,
    /** AWS refused every row for want of access. */
    ACCESS_REFUSED,
    /** The user or the system asked it to stop. */
    STOPPED,
    /** An error ended it. */
    FAILED
}
