package io.catalogimport.job;

import io.catalogimport.importing.ImportOutcome;

/** Counts this start's imports against the user's limits. */
final class ImportTally {
    private final RunOptions options;
    private long ready;
    private long begun;
    private long failed;
    private boolean heldBack;

    ImportTally(RunOptions options) {
        this.options = options;
    }

    /** How many mappings are ready, and how many rejected, when importing begins. */
    void begins(long mappingsReady, long mappingsRejected) {
        ready = mappingsReady;
        heldBack = options.strict() && mappingsRejected > 0;
    }

    void begun() {
        begun++;
    }

    void ended(ImportOutcome outcome) {
        failed += outcome instanceof ImportOutcome.Failed ? 1 : 0;
    }

    /** Whether another import may be begun, and why not. */
    Halt halt() {
        if (heldBack) {
            return Halt.HELD_BACK;
        }
        if (options.failureBudget().isPresent() && options.failureBudget().get().isExceeded(failed, ready)) {
            return Halt.FAILURE_BUDGET_EXCEEDED;
        }
        return options.limit().isPresent() && begun >= options.limit().get() ? Halt.LIMIT_REACHED : Halt.NONE;
    }
}
