package io.catalogimport.job.imports;

import io.catalogimport.aws.Lane;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts and regions in which this start begins nothing more, because AWS cannot be reached there. Thread-safe. */
final class ClosedLanes {
    private final Set<Lane> lanes = ConcurrentHashMap.newKeySet();

    void close(Lane lane) {
        lanes.add(lane);
    }

    Set<Lane> all() {
        return Set.copyOf(lanes);
    }
}
