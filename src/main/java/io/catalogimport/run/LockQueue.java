package io.catalogimport.run;

import io.catalogimport.aws.Pause;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.ProcessLocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what one process at a time may have, and waits for it as long as the user allows, for all of it together. */
public final class LockQueue {
    /** A holder that dies frees its locks at once, so that little is gained by looking more often. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Clock clock;
    private final Pause pause;
    private final RunProgress progress;
    private final Duration patience;
    private @Nullable Instant deadline;
    private String told = "";

    public LockQueue(Clock clock, Pause pause, RunProgress progress, Duration patience) {
        this.clock = clock;
        this.pause = pause;
        this.progress = progress;
        this.patience = patience;
    }

    /**
     * Takes a lock.
     *
     * @param work what the holder of the lock does, as in <em>is importing in a lane</em>
     * @throws LockedException if another process has it for longer than the user wants to wait
     */
    public void take(ProcessLocks locks, String name, String work) {
        await(
                () -> locks.tryLock(name) ? Optional.of(name) : Optional.empty(),
                () -> LockedException.words(work, locks.holder(name)));
    }

    /** Tries until it gets something; {@code words} describes the process it waits for. */
    public <T> T await(Supplier<Optional<T>> attempt, Supplier<String> words) {
        while (true) {
            Optional<T> taken = attempt.get();
            if (taken.isPresent()) {
                return taken.get();
            }
            String reason = words.get();
            if (!hasPatience()) {
                throw new LockedException(reason);
            }
            if (!waitFor(reason)) {
                throw new StopRequestedException();
            }
        }
    }

    /** Takes a lock that nobody has for long; waits for it as long as it takes. */
    void awaitTurn(ProcessLocks locks, String name) {
        while (!locks.tryLock(name)) {
            if (!pause.waitFor(BETWEEN_TRIES)) {
                throw new StopRequestedException();
            }
        }
    }

    /** Whether the user still wants to wait. The wait begins when it is first asked: a slow start takes nothing from it. */
    public boolean hasPatience() {
        return hasPatience(Duration.ZERO);
    }

    /** The same, for this long at least. */
    public boolean hasPatience(Duration atLeast) {
        if (deadline == null) {
            deadline = clock.instant().plus(patience.compareTo(atLeast) < 0 ? atLeast : patience);
        }
        return clock.instant().isBefore(deadline);
    }

    /** Waits a little, and says why the first time; false if the run is to stop. */
    public boolean waitFor(String reason) {
        return waitFor(reason, BETWEEN_TRIES);
    }

    /** The same for this long. */
    public boolean waitFor(String reason, Duration time) {
        if (!told.equals(reason) && deadline != null) {
            progress.waiting(reason, deadline);
            told = reason;
        }
        return pause.waitFor(time);
    }
}
