package io.catalogimport.job.lanes;

import io.catalogimport.ledger.LaneQueue.Waiting;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds lanes for the steps that import: one after the other, or the whole file at once. */
@FunctionalInterface
public interface LaneSources {

    /**
     * A source for one step.
     *
     * @param work the lanes in which there is something to do, as it is at each moment
     * @param wait whether to wait for lanes that others hold
     */
    LaneSource of(Supplier<List<Waiting>> work, Predicate<List<String>> wait);
}
