package io.catalogimport.job.lanes;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LaneQueue;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.LockedException;
import java.util.List;

/** The whole file as one partition, where there is to be one import at a time. All of its lanes are locked. */
final class WholeFileSource implements LaneSource {
    private final LaneQueue lanes;
    private final Run run;
    private final ProcessLocks locks;
    private final LockQueue queue;
    private boolean isClaimed;

    WholeFileSource(LaneQueue lanes, Run run, ProcessLocks locks, LockQueue queue) {
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
    public List<LaneUnit> claim(int atMost) {
        if (isClaimed) {
            return List.of();
        }
        isClaimed = true;
        try {
            LaneUnit file = new LaneUnit.WholeFile();
            lanes.locks(run, file)
                    .forEach(lock -> queue.take(locks, lock, "is importing in " + LockNames.laneOf(lock)));
            return List.of(file);
        } catch (StopRequestedException e) {
            return List.of();
        }
    }

    @Override
    public boolean awaitMore() {
        return false;
    }
}
