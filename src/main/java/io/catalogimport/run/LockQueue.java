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
    /** A holder that dies frees its locks at once, so it is of little use to try more often. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    /** A shorter wait for a turn is not worth a message. */
    private static final Duration USUAL_TURN = Duration.ofSeconds(5);

    /**
     * How long a process waits for its turn, whatever {@code --wait} says: without it, workers that start together would
     * end with 75. It is enough to read a file of millions of rows. A holder that takes longer hangs, or was stopped
     * (SIGSTOP).
     */
    static final Duration LONGEST_TURN = Duration.ofMinutes(10);

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

    /**
     * Takes a lock that a process usually has for a short time only. A wait that takes longer is announced once.
     *
     * @param work what the holder of the lock does
     * @throws LockedException if the lock is not free within {@link #LONGEST_TURN}, or within the user's time if that is
     *     longer
     */
    void awaitTurn(ProcessLocks locks, String name, String work) {
        Instant began = clock.instant();
        Instant end = began.plus(patience.compareTo(LONGEST_TURN) < 0 ? LONGEST_TURN : patience);
        boolean isAnnounced = false;
        while (!locks.tryLock(name)) {
            Instant now = clock.instant();
            if (!now.isBefore(end)) {
                throw new LockedException(LockedException.words(work, locks.holder(name)));
            }
            if (!isAnnounced && !now.isBefore(began.plus(USUAL_TURN))) {
                isAnnounced = true;
                progress.waiting(LockedException.words(work, locks.holder(name)), end);
            }
            if (!pause.waitFor(BETWEEN_TRIES)) {
                throw new StopRequestedException();
            }
        }
    }

    /** Whether the user still wants to wait. The wait begins with the first call, so a slow start does not shorten it. */
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
