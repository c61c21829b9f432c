package io.catalogimport.job.lanes;

import io.catalogimport.database.LockHolder;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.LockedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for lanes in which other processes import, as long as the user allows, and remembers those it did not get. */
public final class LanePatience implements Predicate<List<String>> {
    /** A worker whose machine is gone still holds its lanes for this time, and this worker may be the only one left. */
    private static final Duration UNTIL_A_LOST_MACHINE_IS_NOTICED = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final LockQueue queue;
    private final ProcessLocks locks;
    private final boolean isShared;
    private @Nullable String reason;
    private volatile List<String> refused = List.of();

    /**
     * Waits for lanes as long as the user allows.
     *
     * @param isShared whether it may be other workers of this run that have the lanes
     */
    public LanePatience(LockQueue queue, ProcessLocks locks, boolean isShared) {
        this.queue = queue;
        this.locks = locks;
        this.isShared = isShared;
    }

    @Override
    public boolean test(List<String> lanes) {
        // Said once: which lanes others have changes all the time.
        reason = reason == null ? words(lanes.get(0)) : reason;
        if (queue.hasPatience(isShared ? UNTIL_A_LOST_MACHINE_IS_NOTICED : Duration.ZERO)) {
            return queue.waitFor(reason, BETWEEN_LOOKS);
        }
        refused = lanes.stream().sorted().toList();
        return false;
    }

    /** For each lane that was no longer waited for: who has it. Other workers may have finished theirs since then. */
    public List<String> refusals() {
        return refused.stream()
                .filter(lane -> !isShared || holder(lane).isPresent())
                .map(lane -> LockedException.sentence(words(lane)))
                .toList();
    }

    private String words(String lane) {
        return LockedException.words("is importing in " + lane, holder(lane));
    }

    private Optional<LockHolder> holder(String lane) {
        return locks.holder(LockNames.lane(lane));
    }
}
