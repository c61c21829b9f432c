package io.catalogimport.job.lanes;

import io.catalogimport.ledger.LaneQueue.Waiting;
import io.catalogimport.run.RunOptions;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;

/** Finds lanes for the steps that import: lanes side by side, or the whole file at once. */
public final class LaneSources {
    private final RunOptions options;
    private final LaneLocks locks;
    private final ObjectProvider<WholeFileSource> wholeFile;
    private final Clock clock;

    LaneSources(RunOptions options, LaneLocks importLocks, ObjectProvider<WholeFileSource> wholeFile, Clock clock) {
        this.options = options;
        this.locks = importLocks;
        this.wholeFile = wholeFile;
        this.clock = clock;
    }

    /**
     * A source for one step.
     *
     * @param work the lanes in which there is something to do, as it is at each moment
     * @param wait whether to wait for lanes that others hold
     */
    public LaneSource of(Supplier<List<Waiting>> work, Predicate<List<String>> wait) {
        return options.lanes().areSideBySide() ? new ClaimedLanes(work, locks, wait, clock) : wholeFile.getObject();
    }
}
