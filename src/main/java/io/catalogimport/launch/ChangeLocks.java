package io.catalogimport.launch;

import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.LockedException;
import java.util.List;

/** What one process at a time may have that changes what a run has imported: the file, and each lane. */
record ChangeLocks(Run run, ProcessLocks locks, LockQueue queue) {
    /**
     * Takes the file and the lanes.
     *
     * @throws LockedException if another process has one of them for longer than the user wants to wait
     */
    void take(List<String> lanes) {
        queue.take(locks, LockNames.run(run.digest()), "is working on this mapping file (or a copy of it)");
        lanes.forEach(lane -> queue.take(locks, LockNames.lane(lane), "is importing or releasing in " + lane));
    }
}
