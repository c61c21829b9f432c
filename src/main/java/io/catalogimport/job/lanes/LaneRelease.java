package io.catalogimport.job.lanes;

import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LaneUnit.OneLane;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Lets other processes work in a lane once its step has ended, also when this process was stopped. */
public final class LaneRelease implements StepExecutionListener {
    private final LaneUnit unit;
    private final LaneLocks locks;

    public LaneRelease(LaneUnit unit, LaneLocks locks) {
        this.unit = unit;
        this.locks = locks;
    }

    /** After an error, the lane stays locked until the run ends. The locks of the whole file do, too. */
    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        if (unit instanceof OneLane lane
                && step.getFailureExceptions().stream().allMatch(JobInterruptedException.class::isInstance)) {
            locks.free(lane);
        }
        return null;
    }
}
