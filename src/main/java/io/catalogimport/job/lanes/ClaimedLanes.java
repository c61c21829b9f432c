package io.catalogimport.job.lanes;

import io.catalogimport.ledger.LaneQueue.Waiting;
import io.catalogimport.ledger.LaneUnit;
import io.catalogimport.ledger.LaneUnit.OneLane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lanes that are worked on side by side, each claimed by its lock. A lane that was worked on is claimed again in the step only
 * if its work has changed. What could not be done before, as in a lane that cannot be reached, cannot be done now.
 */
public final class ClaimedLanes implements LaneSource {
    /** How long a list of lanes is used. The query for a new one takes a while in a large file. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<List<Waiting>> queue;
    private final LaneLocks locks;
    private final Predicate<List<String>> waiting;
    private final Clock clock;
    private final Set<Worked> worked = new HashSet<>();
    private final Deque<Waiting> known = new ArrayDeque<>();
    private final List<String> heldByOthers = new ArrayList<>();
    private Instant knownSince = Instant.MIN;

    private record Worked(OneLane lane, String work) {
        static Worked on(Waiting lane) {
            return new Worked(lane.lane(), lane.work());
        }
    }

    /**
     * @param queue the lanes in which there is something to do, as it is at each moment
     * @param waiting whether to wait for lanes that others hold; it waits a little before it says so
     */
    public ClaimedLanes(Supplier<List<Waiting>> queue, LaneLocks locks, Predicate<List<String>> waiting, Clock clock) {
        this.queue = queue;
        this.locks = locks;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public List<LaneUnit> claim(int atMost) {
        if (known.isEmpty() || clock.instant().isAfter(knownSince.plus(FRESH))) {
            look();
        }
        List<LaneUnit> claimed = new ArrayList<>();
        while (claimed.size() < atMost && !known.isEmpty()) {
            Waiting next = known.remove();
            if (locks.tryTake(next.lane())) {
                worked.add(Worked.on(next));
                claimed.add(next.lane());
            } else {
                // Another process was faster: the lane counts as one that was found held.
                heldByOthers.add(next.lane().name());
            }
        }
        return claimed;
    }

    private void look() {
        known.clear();
        heldByOthers.clear();
        for (Waiting lane : queue.get()) {
            if (locks.isTaken(lane.lane()) || worked.contains(Worked.on(lane))) {
                continue;
            }
            if (lane.held()) {
                heldByOthers.add(lane.lane().name());
            } else {
                known.add(lane);
            }
        }
        knownSince = clock.instant();
    }

    @Override
    public boolean awaitMore() {
        return !heldByOthers.isEmpty() && waiting.test(List.copyOf(heldByOthers));
    }
}
