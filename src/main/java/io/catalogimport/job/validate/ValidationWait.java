package io.catalogimport.job.validate;

import io.catalogimport.aws.Pause;
import io.catalogimport.ledger.LaneUnit.OneLane;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.RunContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Waits for lanes that other workers validate: imports begin when every row is validated. The wait has no end of its own,
 * because a large lane takes hours at a polite rate. A worker that dies frees its lanes. One that hangs is named.
 */
final class ValidationWait implements Predicate<List<String>> {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Pause pause;
    private final RunContext context;
    private final ProcessLocks locks;
    private boolean isAnnounced;

    public ValidationWait(Pause pause, RunContext context, ProcessLocks locks) {
        this.pause = pause;
        this.context = context;
        this.locks = locks;
    }

    /** False if the run is to stop. */
    @Override
    public boolean test(List<String> lanes) {
        if (!isAnnounced) {
            isAnnounced = true;
            context.progress().note(words(new OneLane(lanes.get(0)), lanes.size() - 1));
        }
        return pause.waitFor(BETWEEN_LOOKS);
    }

    private String words(OneLane lane, int more) {
        String lock = LockNames.validation(context.run().digest(), lane);
        String others = more == 0 ? "" : "; other workers validate " + more + " more";
        return LockedException.words("is validating " + lane.name(), locks.holder(lock))
                + others
                + ". Imports begin when every row is validated.";
    }
}
