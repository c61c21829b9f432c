package io.catalogimport.job.report;

import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import io.catalogimport.report.RunOutcome;
import io.catalogimport.run.Halt;
import io.catalogimport.run.RunCommand;
import java.util.EnumSet;
import java.util.Set;

/**
 * Everything that decides how a run stands at the end of a start.
 *
 * @param command what the user asked for
 * @param interruption what ended the start before it was through
 * @param othersAtWork whether other workers that share the run go on with it
 * @param beganTooLate whether the time that the user gave was over before the start began, so that it tried no row
 * @param halt what kept imports from beginning in the whole run
 * @param lanesAreHeld whether another process imports in a lane of this file
 * @param refusal how far AWS refused to work for this run
 * @param all the rows of the file by state
 * @param selected the rows that this start could work on, by state
 */
record RunFacts(
        RunCommand command,
        Interruption interruption,
        boolean othersAtWork,
        boolean beganTooLate,
        Halt halt,
        boolean lanesAreHeld,
        AwsRefusal refusal,
        StateCounts all,
        StateCounts selected) {
    private static final Set<MappingState> REFUSED = EnumSet.of(MappingState.REJECTED, MappingState.FAILED);
    private static final Set<MappingState> UNTRIED = EnumSet.of(MappingState.STAGED, MappingState.READY);

    /** What ends a start early. */
    enum Interruption {
        NONE,
        /** The user or the system asked the run to stop. */
        STOP_REQUEST,
        /** An error that no further work is possible with. */
        FAILURE
    }

    /** How far AWS refused the rows that the start could work on. */
    enum AwsRefusal {
        NONE,
        /** Some lanes could not be reached. */
        SOME_UNREACHABLE,
        /** No lane could be reached. */
        ALL_UNREACHABLE,
        /** AWS denied access for every row. */
        ALL_DENIED
    }

    /** How the run stands. The most important answer for the exit code comes first. */
    RunOutcome outcome() {
        if (interruption == Interruption.FAILURE) {
            return RunOutcome.FAILED;
        }
        if (command != RunCommand.PLAN && isComplete()) {
            return RunOutcome.COMPLETE;
        }
        if (interruption == Interruption.STOP_REQUEST) {
            return RunOutcome.STOPPED;
        }
        if (othersAtWork) {
            return RunOutcome.OTHERS_AT_WORK;
        }
        return command == RunCommand.PLAN ? plan() : incomplete();
    }

    private boolean isComplete() {
        return all.total() > 0 && all.of(MappingState.SETTLED) == all.total();
    }

    private RunOutcome plan() {
        if (!has(REFUSED) && !has(MappingState.IN_FLIGHT)) {
            return RunOutcome.PLANNED;
        }
        return refusedOr(RunOutcome.PLANNED_WITH_REJECTIONS);
    }

    private RunOutcome incomplete() {
        if (halt == Halt.FAILURE_BUDGET_EXCEEDED) {
            return RunOutcome.FAILURE_BUDGET_EXCEEDED;
        }
        if (all.of(MappingState.IN_FLIGHT) > 0 || lanesAreHeld) {
            return RunOutcome.LANE_BLOCKED;
        }
        if (selected.total() == 0) {
            return RunOutcome.NOTHING_SELECTED;
        }
        // The reasons of earlier starts are not the outcome of one that tried nothing.
        if (beganTooLate) {
            return RunOutcome.TIME_LIMIT_REACHED;
        }
        return has(REFUSED)
                ? refusedOr(unlessUntried(RunOutcome.INCOMPLETE))
                : unlessUntried(RunOutcome.SELECTION_DONE);
    }

    /** What AWS refused is the outcome where trying again may help by itself, or where AWS refused everything. */
    private RunOutcome refusedOr(RunOutcome otherwise) {
        return switch (refusal) {
            case ALL_DENIED -> RunOutcome.ACCESS_REFUSED;
            case ALL_UNREACHABLE -> RunOutcome.AWS_UNREACHABLE;
            case SOME_UNREACHABLE -> RunOutcome.REGION_UNREACHABLE;
            case NONE -> otherwise;
        };
    }

    /** Why there are rows that were not tried, if there are any. */
    private RunOutcome unlessUntried(RunOutcome otherwise) {
        if (!has(UNTRIED)) {
            return otherwise;
        }
        return switch (halt) {
            case HELD_BACK -> RunOutcome.INCOMPLETE;
            // A canary that failed must not look as if the next one should go.
            case LIMIT_REACHED ->
                has(EnumSet.of(MappingState.FAILED)) ? RunOutcome.INCOMPLETE : RunOutcome.LIMIT_REACHED;
            case TIME_IS_UP -> RunOutcome.TIME_LIMIT_REACHED;
            case NONE, FAILURE_BUDGET_EXCEEDED ->
                refusal == AwsRefusal.ALL_DENIED ? RunOutcome.LANE_BLOCKED : refusedOr(RunOutcome.LANE_BLOCKED);
        };
    }

    private boolean has(Set<MappingState> states) {
        return selected.of(states) > 0;
    }
}
