package io.catalogimport.cli;

import io.catalogimport.launch.RunResult;
import io.catalogimport.report.RunOutcome;

/** What the process says to its caller. Scripts and schedulers depend on the numbers. */
enum ExitCode {
    /** Every row is imported, or was already, or other workers go on; for a plan, nothing is blocked. */
    SUCCESS(0),
    /** An error that the program does not expect. */
    UNEXPECTED(1),
    /** Finished, but some rows were rejected or failed; for a plan, some are blocked. */
    INCOMPLETE(10),
    /** Stopped on the failure budget. */
    FAILURE_BUDGET(11),
    /** Bad arguments. */
    USAGE(64),
    /** The mapping file cannot be used at all. */
    BAD_FILE(65),
    /** There is no such mapping file, or the file has no run. */
    NO_FILE(66),
    /** Database or AWS out of reach. */
    UNAVAILABLE(69),
    /** A result file cannot be written. */
    CANNOT_WRITE(74),
    /** Run again later: locked by another process, paused, a limit was reached, or a lane is unreachable or unresolved. */
    TRY_AGAIN(75),
    /** There are no usable credentials, or AWS refused everything. */
    NO_PERMISSION(77),
    /** The configuration is invalid. */
    CONFIGURATION(78),
    /** Stopped by SIGHUP, because the terminal has gone. */
    HUNG_UP(129),
    /** Stopped by Ctrl-C. */
    INTERRUPTED(130),
    /** Stopped by SIGTERM. */
    TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The code for a run that ended without an error. */
    static ExitCode of(RunResult result) {
        // To run again would not help.
        return result.outcome() == RunOutcome.SELECTION_DONE && result.onlyRejectedAreLeft()
                ? INCOMPLETE
                : of(result.outcome());
    }

    static ExitCode of(RunOutcome outcome) {
        return switch (outcome) {
            case COMPLETE, OTHERS_AT_WORK, PLANNED, NOTHING_SELECTED -> SUCCESS;
            case PLANNED_WITH_REJECTIONS, INCOMPLETE -> INCOMPLETE;
            case FAILURE_BUDGET_EXCEEDED -> FAILURE_BUDGET;
            case LIMIT_REACHED, TIME_LIMIT_REACHED, SELECTION_DONE, LANE_BLOCKED, REGION_UNREACHABLE -> TRY_AGAIN;
            case AWS_UNREACHABLE -> UNAVAILABLE;
            case ACCESS_REFUSED -> NO_PERMISSION;
            case STOPPED -> TERMINATED;
            case FAILED -> UNEXPECTED;
        };
    }
}
