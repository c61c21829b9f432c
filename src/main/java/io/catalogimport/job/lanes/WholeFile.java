package io.catalogimport.job.lanes;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LaneQueue;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.LockedException;
import java.util.List;

/** The whole file as one partition, where there is to be one import at a time. All of its lanes are locked. */
final class WholeFile implements LaneSource {
    private final LaneQueue lanes;
    private final Run run;
    private final ProcessLocks locks;
    private final LockQueue queue;
    private boolean isClaimed;

    WholeFile(LaneQueue lanes, Run run, ProcessLocks locks, LockQueue queue) {
        this.lanes = lanes;
        this.run = run;
        this.locks = locks;
        this.queue = queue;
    }

    /**
     * Claims the whole file, once.
     *
     * @throws LockedException if another process has one of the lanes
     */
    @Override
    public List<Partition> claim(int atMost) {
        if (isClaimed) {
            return List.of();
        }
        isClaimed = true;
        try {
            lanes.locks(run).forEach(lane -> queue.take(locks, LockNames.lane(lane), "is importing in " + lane));
            return List.of(Partition.WHOLE_FILE);
        } catch (StopRequestedException e) {
            return List.of();
        }
    }

    @Override
    public boolean awaitMore() {
        return false;
    }
}
