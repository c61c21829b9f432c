package io.catalogimport.status;

import io.catalogimport.ledger.LaneScope;
import io.catalogimport.ledger.RunExecutions.Execution;
import io.catalogimport.report.RunOutcome;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last start of a run, as Spring Batch's tables have it.
 *
 * @param command {@code plan} or {@code import}; null if there was no start
 * @param outcome how it ended; null if it did not
 * @param isDead whether the last process on it could write no end
 * @param lanes how many lanes the processes that are there work on at a time, all together; those of the last one if none is there
 * @param wholeFile whether there is one import at a time over the whole file
 */
record LastStart(
        @Nullable String command,
        @Nullable RunOutcome outcome,
        boolean isDead,
        int lanes,
        LaneScope scope,
        boolean wholeFile) {
    private static final Set<String> OPEN = Set.of("STARTING", "STARTED", "STOPPING", "UNKNOWN");

    /** As the next start ends the execution of a process that died. */
    private static final String RECOVERED = "RECOVERED";

    private static final LastStart NONE = new LastStart(null, null, false, 1, LaneScope.ACCOUNT_REGION, true);

    /**
     * Of the executions of a run.
     *
     * @param executions those that have ended first, in the order of their ends
     * @param present the names of the workers that are there, of those that share the run
     */
    static LastStart of(List<Execution> executions, Set<String> present) {
        if (executions.isEmpty()) {
            return NONE;
        }
        Execution last = executions.stream().reduce(executions.get(0), LastStart::later);
        int lanes = executions.stream()
                .filter(execution -> isOpen(execution) && execution.worker() != null)
                .filter(execution -> present.contains(execution.worker()))
                .mapToInt(Execution::lanes)
                .sum();
        return new LastStart(
                last.command(),
                isDead(last) ? null : outcome(last),
                isDead(last),
                Math.max(1, lanes > 0 ? lanes : last.lanes()),
                last.scope(),
                last.worker() == null && last.lanes() == 1);
    }

    /** Which of two says how the start stands. What a worker says that left others behind, or that died beside others, does not. */
    private static Execution later(Execution one, Execution next) {
        return saysLittle(next) && !saysLittle(one) ? one : next;
    }

    private static boolean saysLittle(Execution execution) {
        return RunOutcome.OTHERS_AT_WORK.name().equals(execution.outcome())
                || (execution.worker() != null && execution.exitCode().equals(RECOVERED));
    }

    private static boolean isOpen(Execution execution) {
        return OPEN.contains(execution.status());
    }

    private static boolean isDead(Execution execution) {
        return isOpen(execution) || execution.exitCode().equals(RECOVERED);
    }

    /** As the program's exit code says it. */
    private static RunOutcome outcome(Execution execution) {
        if (execution.outcome() != null) {
            return RunOutcome.valueOf(execution.outcome());
        }
        return execution.status().equals("STOPPED") ? RunOutcome.STOPPED : RunOutcome.FAILED;
    }
}
