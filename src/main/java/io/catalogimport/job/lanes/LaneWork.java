package io.catalogimport.job.lanes;

import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.LaneQueue;
import io.catalogimport.ledger.LaneQueue.Waiting;
import io.catalogimport.run.ImportTally;
import io.catalogimport.run.RunContext;
import java.util.List;

/** The lanes in which there is something to do now. There are none if the run is to stop or its time is up. */
public final class LaneWork {
    private final LaneQueue queue;
    private final RunContext context;
    private final StopPolicy stop;
    private final ImportTally tally;

    public LaneWork(LaneQueue queue, RunContext context, StopPolicy stop, ImportTally tally) {
        this.queue = queue;
        this.context = context;
        this.stop = stop;
        this.tally = tally;
    }

    public List<Waiting> toFollow() {
        return stop.isToStop() ? List.of() : queue.inFlight(context.run());
    }

    public List<Waiting> toValidate() {
        return stop.isToStop() || context.isTimeUp() ? List.of() : queue.staged(context.run());
    }

    public List<Waiting> toImport() {
        if (stop.isToStop()) {
            return List.of();
        }
        return switch (tally.beginning()) {
            case ANY -> queue.open(context.run());
            case AGAIN -> queue.begun(context.run(), tally.since());
            case NONE -> queue.abandoned(context.run());
        };
    }
}
