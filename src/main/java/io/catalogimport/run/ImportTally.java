package io.catalogimport.run;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.importing.ImportGate;
import io.catalogimport.ledger.BegunImports;
import io.catalogimport.ledger.Figures;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.StateCounts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Counts the imports of the run's start, of all lanes and all processes, against the user's limits. It asks the ledger each
 * time, because the imports of other processes count too. Thread-safe.
 */
public final class ImportTally implements ImportGate {
    private final RunContext context;
    private final ImportLimits limits;
    private final Figures figures;
    private final BegunImports begun;
    private volatile long ready;
    private volatile boolean heldBack;

    public ImportTally(RunContext context, ImportLimits limits, Figures figures, BegunImports begun) {
        this.context = context;
        this.limits = limits;
        this.figures = figures;
        this.begun = begun;
    }

    /** Counts the rows when importing begins: those that are ready, and those that the run's start has begun already. */
    public void begins() {
        StateCounts counts = figures.selectedCounts(context.run());
        ready = counts.of(MappingState.READY)
                + begun.since(context.run(), since()).notTakenBack();
        heldBack = limits.strict() && counts.of(MappingState.REJECTED) > 0;
    }

    /** Which imports may be begun now. */
    public Beginning beginning() {
        return switch (halt()) {
            case NONE -> Beginning.ANY;
            case LIMIT_REACHED -> Beginning.AGAIN;
            case TIME_IS_UP, HELD_BACK, FAILURE_BUDGET_EXCEEDED -> Beginning.NONE;
        };
    }

    /** How many imports the limit still allows, if there is one. */
    public Optional<Long> left() {
        return limits.limit()
                .map(limit ->
                        Math.max(0, limit - begun.since(context.run(), since()).all()));
    }

    /** Since when what has begun counts. */
    public Instant since() {
        return context.start().at();
    }

    /**
     * Begins an import, unless the limit is used up or the run is paused. Between the count and the beginning, no other process
     * begins one.
     */
    @Override
    public Optional<LedgerEntry> begin(LedgerEntry ready, Supplier<Optional<LedgerEntry>> submitting) {
        return limits.limit().isEmpty()
                ? submitting.get()
                : begun.inTurn(context.run(), () -> isLimitReachedBeside(ready) ? Optional.empty() : submitting.get());
    }

    /** Why no other import may be begun, if so. */
    public Halt halt() {
        if (heldBack) {
            return Halt.HELD_BACK;
        }
        if (limits.failureBudget().isPresent() && limits.failureBudget().get().isExceeded(failed(), ready)) {
            return Halt.FAILURE_BUDGET_EXCEEDED;
        }
        if (isLimitReached()) {
            return Halt.LIMIT_REACHED;
        }
        return context.isTimeUp() ? Halt.TIME_IS_UP : Halt.NONE;
    }

    private boolean isLimitReached() {
        return limits.limit().isPresent()
                && begun.since(context.run(), since()).all() >= limits.limit().get();
    }

    /** An import that is begun again has its place in the limit already. */
    private boolean isLimitReachedBeside(LedgerEntry ready) {
        return begun.since(context.run(), since(), ready.line()).all()
                >= limits.limit().orElseThrow();
    }

    /** A failure counts unless its account or region is closed to the caller: that is no reason to stop the others. */
    private long failed() {
        return begun.failedSince(context.run(), since(), FailureKind.OF_LANES);
    }
}
