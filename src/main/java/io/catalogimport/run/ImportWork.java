package io.catalogimport.run;

import io.catalogimport.ledger.StateCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is ahead when importing begins.
 *
 * @param rows the rows that this start may work on, by state
 * @param readyByLane how many of them are ready, by account and region
 * @param left how many imports {@code --limit} still allows, if it was given
 * @param recent how long the latest imports took, of all runs, the latest first
 */
public record ImportWork(StateCounts rows, Map<String, Long> readyByLane, Optional<Long> left, List<Duration> recent) {
    public ImportWork {
        readyByLane = Map.copyOf(readyByLane);
        recent = List.copyOf(recent);
    }

    /** How many imports are ready. */
    public long ready() {
        return readyByLane.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many imports may begin. */
    public long mayBegin() {
        return Math.min(ready(), left.orElse(Long.MAX_VALUE));
    }
}
