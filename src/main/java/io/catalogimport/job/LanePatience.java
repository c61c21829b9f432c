package io.catalogimport.job;

import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import java.util.List;
import java.util.function.Predicate;

/** Waits for lanes in which other processes import, as long as the user allows, and remembers those it did not get. */
final class LanePatience implements Predicate<List<String>> {
    private final LockQueue queue;
    private final ProcessLocks locks;
    private volatile List<String> refused = List.of();

    LanePatience(LockQueue queue, ProcessLocks locks) {
        this.queue = queue;
        this.locks = locks;
    }

    @Override
    public boolean test(List<String> lanes) {
        if (queue.hasPatience()) {
            return queue.waitFor(words(lanes.get(0)));
        }
        refused = lanes.stream()
                .map(lane -> LockedException.sentence(words(lane)))
                .toList();
        return false;
    }

    /** Of each lane that was not waited for any longer, who has it. */
    List<String> refusals() {
        return refused;
    }

    private String words(String lane) {
        return LockedException.words("is importing in " + lane, locks.holder(LockNames.lane(lane)));
    }
}
