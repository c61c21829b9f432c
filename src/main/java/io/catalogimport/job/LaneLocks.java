package io.catalogimport.job;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The lanes that this process alone may work in. Where lanes go on side by side, one that another process has is left
 * out and told of at the end; where there is one import at a time over the whole file, it ends the run. Thread-safe.
 */
final class LaneLocks {
    private final LockQueue queue;
    private final ProcessLocks locks;
    private final LedgerReading ledger;
    private final Run run;
    private final Map<String, LockedException> lockedElsewhere = new TreeMap<>();
    private final Map<String, List<String>> namesByLane = new ConcurrentHashMap<>();

    LaneLocks(LockQueue queue, ProcessLocks locks, LedgerReading ledger, Run run) {
        this.queue = queue;
        this.locks = locks;
        this.ledger = ledger;
        this.run = run;
    }

    /**
     * Locks a lane, or all of the file's, and waits for that as long as the user allows.
     *
     * @param lane null for all
     * @return whether it may be worked on
     * @throws LockedException if another process has one and all are needed
     */
    boolean take(@Nullable String lane) {
        try {
            // In an order that all processes share, so that no two wait for each other in it.
            names(lane).forEach(name -> queue.take(locks, lockName(name), "is importing in " + name));
            return true;
        } catch (LockedException e) {
            if (lane == null) {
                throw e;
            }
            free(lane);
            remember(lane, e);
            return false;
        } catch (StopRequestedException e) {
            return false;
        }
    }

    /** Locks a lane if no other process has it: who has it follows what is in flight in it. Else all of the file's. */
    boolean tryTake(@Nullable String lane) {
        if (lane == null) {
            return take(null);
        }
        boolean taken = names(lane).stream().allMatch(name -> locks.tryLock(lockName(name)));
        if (!taken) {
            free(lane);
        }
        return taken;
    }

    /** Lets other processes work in the lane. */
    void free(String lane) {
        names(lane).forEach(name -> locks.unlock(lockName(name)));
    }

    /** Of each lane that was left out, who has it. */
    synchronized List<String> refusals() {
        return lockedElsewhere.values().stream()
                .map(LockedException::getMessage)
                .toList();
    }

    /** The same at the end as at the beginning: what is done by then needs no lock any more. */
    private List<String> names(@Nullable String lane) {
        return lane == null
                ? ledger.locks(run, null)
                : namesByLane.computeIfAbsent(lane, unknown -> ledger.locks(run, unknown));
    }

    private synchronized void remember(String lane, LockedException refusal) {
        lockedElsewhere.put(lane, refusal);
    }

    static String lockName(String lane) {
        return "lane " + lane;
    }
}
