package io.catalogimport.job.lanes;

import io.catalogimport.job.step.StopPolicy;
import io.catalogimport.ledger.LaneQueue;
import io.catalogimport.ledger.LaneQueue.Waiting;
import io.catalogimport.ledger.Run;
import io.catalogimport.run.CurrentStart;
import io.catalogimport.run.ImportTally;
import java.time.Clock;
import java.util.List;

/** In which lanes there is something to do now: in none where the run is to stop or its time is up. */
public final class LaneWork {
    private final LaneQueue queue;
    private final Run run;
    private final StopPolicy stop;
    private final CurrentStart start;
    private final ImportTally tally;
    private final Clock clock;

    public LaneWork(LaneQueue queue, Run run, StopPolicy stop, CurrentStart start, ImportTally tally, Clock clock) {
        this.queue = queue;
        this.run = run;
        this.stop = stop;
        this.start = start;
        this.tally = tally;
        this.clock = clock;
    }

    public List<Waiting> toFollow() {
        return stop.isToStop() ? List.of() : queue.inFlight(run);
    }

    public List<Waiting> toValidate() {
        return stop.isToStop() || start.isTimeUp(clock.instant()) ? List.of() : queue.staged(run);
    }

    public List<Waiting> toImport() {
        if (stop.isToStop()) {
            return List.of();
        }
        return switch (tally.beginning()) {
            case ANY -> queue.open(run);
            case AGAIN -> queue.begun(run, tally.since());
            case NONE -> queue.abandoned(run);
        };
    }
}
