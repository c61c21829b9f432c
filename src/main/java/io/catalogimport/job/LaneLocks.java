package io.catalogimport.job;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LedgerReading;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final LaneOptions options;
    private final Map<String, LockedException> lockedElsewhere = new TreeMap<>();

    LaneLocks(LockQueue queue, ProcessLocks locks, LedgerReading ledger, Run run, LaneOptions options) {
        this.queue = queue;
        this.locks = locks;
        this.ledger = ledger;
        this.run = run;
        this.options = options;
    }

    /**
     * Locks a lane, or all of the file's.
     *
     * @param lane null for all
     * @return whether it may be worked on
     * @throws LockedException if another process has one and all are needed
     */
    boolean take(@Nullable String lane) {
        try {
            // In an order that all processes share, so that no two wait for each other.
            ledger.locks(run, lane).forEach(name -> queue.take(locks, lockName(name), "is importing in " + name));
            forget(lane);
            return true;
        } catch (LockedException e) {
            if (lane == null || !options.areSideBySide()) {
                throw e;
            }
            free(lane);
            remember(lane, e);
            return false;
        } catch (StopRequestedException e) {
            return false;
        }
    }

    /** Lets other processes work in the lane. */
    void free(String lane) {
        ledger.locks(run, lane).forEach(name -> locks.unlock(lockName(name)));
    }

    /** Of each lane that was left out, who has it. */
    synchronized List<String> refusals() {
        return lockedElsewhere.values().stream()
                .map(LockedException::getMessage)
                .toList();
    }

    private synchronized void remember(String lane, LockedException refusal) {
        lockedElsewhere.put(lane, refusal);
    }

    private synchronized void forget(@Nullable String lane) {
        if (lane != null) {
            lockedElsewhere.remove(lane);
        }
    }

    private static String lockName(String lane) {
        return "lane " + lane;
    }
}
