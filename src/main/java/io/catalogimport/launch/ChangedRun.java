package io.catalogimport.launch;

import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.LockedException;
import java.util.List;
import java.util.function.Supplier;

/** A run whose imports a command changes. The command first takes the locks of the mapping file and of each lane. */
record ChangedRun(Run run, ProcessLocks locks, LockQueue queue) {
    /**
     * Takes the file, and then the lanes.
     *
     * @param lanes asked only when the file is taken, because its last holder may have imported in more lanes
     * @throws LockedException if another process has one of them for longer than the user wants to wait
     */
    void take(Supplier<List<String>> lanes) {
        queue.take(locks, LockNames.run(run.digest()), "is working on this mapping file (or a copy of it)");
        lanes.get().forEach(lane -> queue.take(locks, LockNames.lane(lane), "is importing or releasing in " + lane));
    }
}
