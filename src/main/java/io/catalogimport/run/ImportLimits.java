package io.catalogimport.run;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an import may go.
 *
 * @param strict whether nothing is imported if any row is rejected
 * @param failureBudget how many imports may fail
 * @param limit how many imports are begun at most
 * @param endBy when no further import is begun any more
 * @param window the hours of the day in which imports may begin
 */
public record ImportLimits(
        boolean strict,
        Optional<FailureBudget> failureBudget,
        Optional<Integer> limit,
        Optional<Instant> endBy,
        ImportWindow window) {
    /** As far as it gets. */
    public static final ImportLimits NONE =
            new ImportLimits(false, Optional.empty(), Optional.empty(), Optional.empty(), ImportWindow.ALWAYS);

    /** Whether no limit is set. */
    public boolean areNone() {
        return !strict
                && failureBudget.isEmpty()
                && limit.isEmpty()
                && endBy.isEmpty()
                && window.from().isEmpty()
                && window.until().isEmpty();
    }

    /** The same, with this end. */
    public ImportLimits endingBy(Optional<Instant> end) {
        return new ImportLimits(strict, failureBudget, limit, end, window);
    }

    /** Whether the time for beginning anything is over. */
    boolean isTimeUp(Instant now) {
        return endBy.isPresent() && !now.isBefore(endBy.get());
    }
}
