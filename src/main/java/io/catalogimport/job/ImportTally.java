package io.catalogimport.job;

import io.catalogimport.importing.ImportOutcome;

/** Counts this start's imports against the user's limits. */
final class ImportTally {
    private final RunOptions options;
    private long ready;
    private long begun;
    private long failed;

    ImportTally(RunOptions options) {
        this.options = options;
    }

    /** So many mappings are ready when importing begins. */
    void ready(long mappings) {
        ready = mappings;
    }

    void begun() {
        begun++;
    }

    void ended(ImportOutcome outcome) {
        failed += outcome instanceof ImportOutcome.Failed ? 1 : 0;
    }

    /** Whether another import may be begun, and why not. */
    Halt halt() {
        if (options.failureBudget().isPresent() && options.failureBudget().get().isExceeded(failed, ready)) {
            return Halt.FAILURE_BUDGET_EXCEEDED;
        }
        return options.limit().isPresent() && begun >= options.limit().get() ? Halt.LIMIT_REACHED : Halt.NONE;
    }
}
