package io.catalogimport.job;

import io.catalogimport.aws.Pause;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LockHolder;
import io.catalogimport.ledger.ProcessLocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes locks, and waits for those that another process has for as long as the user allows, over all of them. */
final class LockQueue {
    /** A holder that dies frees its locks at once, so that little is gained by looking more often. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final ProcessLocks locks;
    private final Clock clock;
    private final Pause pause;
    private final RunProgress progress;
    private final Instant deadline;

    LockQueue(ProcessLocks locks, Clock clock, Pause pause, RunProgress progress, Duration patience) {
        this.locks = locks;
        this.clock = clock;
        this.pause = pause;
        this.progress = progress;
        this.deadline = clock.instant().plus(patience);
    }

    /**
     * Takes the lock of this name.
     *
     * @param work what the holder of the lock does, as in <em>is importing in a lane</em>
     * @throws LockedException if another process has it for longer than the user wants to wait
     */
    void take(String name, String work) {
        boolean told = false;
        while (!locks.tryLock(name)) {
            Optional<LockHolder> holder = locks.holder(name);
            if (!clock.instant().isBefore(deadline)) {
                throw new LockedException(work, holder);
            }
            if (!told) {
                progress.waiting(LockedException.words(work, holder), deadline);
                told = true;
            }
            if (!pause.waitFor(BETWEEN_TRIES)) {
                throw new StopRequestedException();
            }
        }
    }
}
