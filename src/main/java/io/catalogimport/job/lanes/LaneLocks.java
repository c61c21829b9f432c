package io.catalogimport.job.lanes;

import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.ProcessLocks;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The lanes that this process alone may work in. Thread-safe. */
public final class LaneLocks {
    private final ProcessLocks locks;
    private final Function<OneLane, List<String>> names;
    /** The same at the end as at the beginning: what is done by then needs no lock any more. */
    private final Map<OneLane, List<String>> taken = new ConcurrentHashMap<>();

    /**
     * The locks of lanes.
     *
     * @param names the locks of a lane, in an order that all processes share
     */
    public LaneLocks(ProcessLocks locks, Function<OneLane, List<String>> names) {
        this.locks = locks;
        this.names = names;
    }

    /** Locks a lane if no other process has it. */
    boolean tryTake(OneLane lane) {
        List<String> wanted = names.apply(lane);
        taken.put(lane, wanted);
        boolean isFree = wanted.stream().allMatch(locks::tryLock);
        if (!isFree) {
            free(lane);
        }
        return isFree;
    }

    /** Whether this process works in the lane now. */
    boolean isTaken(OneLane lane) {
        return taken.containsKey(lane);
    }

    /** Lets other processes work in the lane. */
    public void free(OneLane lane) {
        List<String> names = taken.get(lane);
        if (names != null) {
            names.forEach(locks::unlock);
            taken.remove(lane);
        }
    }
}
