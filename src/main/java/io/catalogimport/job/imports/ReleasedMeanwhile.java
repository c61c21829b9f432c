package io.catalogimport.job.imports;

import io.catalogimport.ledger.EarlierReleases;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.run.RunContext;

/**
 * The rows whose stack undo has released since they were validated. The question is asked under the lock of the lane, so no undo
 * can release anything there between the answer and the import.
 */
final class ReleasedMeanwhile {
    private final EarlierReleases released;
    private final RunContext context;

    ReleasedMeanwhile(EarlierReleases released, RunContext context) {
        this.released = released;
        this.context = context;
    }

    /** Whether the row may not be imported. The ledger has it as RELEASED then. */
    boolean contains(LedgerEntry ready) {
        return !context.options().again() && released.keeps(context.run(), ready);
    }
}
