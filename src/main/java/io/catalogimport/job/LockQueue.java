package io.catalogimport.job;

import io.catalogimport.aws.Pause;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.ProcessLocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes what one process at a time may have, and waits for it as long as the user allows, for all of it together. */
final class LockQueue {
    /** A holder that dies frees its locks at once, so that little is gained by looking more often. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Clock clock;
    private final Pause pause;
    private final RunProgress progress;
    private final Instant deadline;

    LockQueue(Clock clock, Pause pause, RunProgress progress, Duration patience) {
        this.clock = clock;
        this.pause = pause;
        this.progress = progress;
        this.deadline = clock.instant().plus(patience);
    }

    /**
     * Takes a lock.
     *
     * @param work what the holder of the lock does, as in <em>is importing in a lane</em>
     * @throws LockedException if another process has it for longer than the user wants to wait
     */
    void take(ProcessLocks locks, String name, String work) {
        await(
                () -> locks.tryLock(name) ? Optional.of(name) : Optional.empty(),
                () -> LockedException.words(work, locks.holder(name)));
    }

    /** Takes a lock together with others that share it. */
    void takeShared(ProcessLocks locks, String name, String work) {
        await(
                () -> locks.tryLockShared(name) ? Optional.of(name) : Optional.empty(),
                () -> LockedException.words(work, locks.holder(name)));
    }

    /** Tries until there is something; the words tell who has it meanwhile. */
    <T> T await(Supplier<Optional<T>> attempt, Supplier<String> words) {
        boolean told = false;
        while (true) {
            Optional<T> taken = attempt.get();
            if (taken.isPresent()) {
                return taken.get();
            }
            if (!clock.instant().isBefore(deadline)) {
                throw new LockedException(words.get());
            }
            if (!told) {
                progress.waiting(words.get(), deadline);
                told = true;
            }
            if (!pause.waitFor(BETWEEN_TRIES)) {
                throw new StopRequestedException();
            }
        }
    }
}
