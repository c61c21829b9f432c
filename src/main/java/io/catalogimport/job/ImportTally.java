package io.catalogimport.job;

import io.catalogimport.aws.Reasons;
import io.catalogimport.importing.ImportOutcome;
import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.StateCounts;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Counts the imports of the user's command, in all lanes, against the user's limits. Thread-safe. */
final class ImportTally {
    private final ImportLimits limits;
    private final Clock clock;
    private long ready;
    private long begun;
    private long failed;
    private boolean heldBack;

    ImportTally(ImportLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Counts what there is when importing begins, and what the same command did before an outage. */
    synchronized void begins(LedgerReading ledger, Run run, RunOptions options) {
        StateCounts counts = ledger.selectedCounts(run);
        begun = ledger.begunSince(run, options.startedAt());
        failed = ledger.failedSince(run, options.startedAt()).entrySet().stream()
                .filter(failures -> counts(failures.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        ready = counts.of(MappingState.READY) + begun;
        heldBack = limits.strict() && counts.of(MappingState.REJECTED) > 0;
    }

    /** Whether another import may be begun; if so, it counts as begun. */
    synchronized boolean mayBegin() {
        if (halt() != Halt.NONE) {
            return false;
        }
        begun++;
        return true;
    }

    synchronized void ended(ImportOutcome outcome) {
        if (outcome instanceof ImportOutcome.Failed failure
                && counts(failure.remark().code())) {
            failed++;
        }
        if (outcome instanceof ImportOutcome.Postponed) {
            begun--;
        }
    }

    /** An account or region that is closed to the caller is no reason to stop the others. */
    private static boolean counts(String code) {
        return !Reasons.OF_LANES.contains(code);
    }

    /** Whether nothing was to begin from this moment on. */
    boolean isTimeUpAt(Instant moment) {
        return limits.isTimeUp(moment);
    }

    /** Why no other import may be begun, if so. */
    synchronized Halt halt() {
        if (heldBack) {
            return Halt.HELD_BACK;
        }
        if (limits.failureBudget().isPresent() && limits.failureBudget().get().isExceeded(failed, ready)) {
            return Halt.FAILURE_BUDGET_EXCEEDED;
        }
        if (limits.limit().isPresent() && begun >= limits.limit().get()) {
            return Halt.LIMIT_REACHED;
        }
        return limits.isTimeUp(clock.instant()) ? Halt.TIME_IS_UP : Halt.NONE;
    }
}
