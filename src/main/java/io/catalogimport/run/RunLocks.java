package io.catalogimport.run;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The locks by which a process has a run for itself or shares it. Workers come and go through a door that lets in one at a
 * time, so that each knows whether it is alone.
 */
public final class RunLocks {
    /** Results are written meanwhile. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(5);

    private static final String WORK = "is working on this mapping file (or a copy of it)";

    private static final String AT_THE_DOOR = "is joining or leaving this run";

    private final ProcessLocks locks;
    private final LockQueue queue;
    private final String run;
    private final String door;
    private final String worker;
    private final String member;

    public RunLocks(ProcessLocks locks, LockQueue queue, RunContext context) {
        String digest = context.run().digest();
        String name = WorkerName.ofThisProcess(context.options()).text();
        this.locks = locks;
        this.queue = queue;
        this.run = LockNames.run(digest);
        this.door = LockNames.door(digest);
        this.worker = LockNames.worker(digest, name);
        this.member = LockNames.member(digest, name);
    }

    /** The lock that shows other workers that this one takes part. */
    String member() {
        return member;
    }

    /**
     * Takes the run for this process alone.
     *
     * @param advice what to add to the words about the process that has it
     */
    void takeAlone(Supplier<String> advice) {
        queue.await(() -> taken(locks.tryLock(run)), () -> holder() + advice.get());
    }

    /** Takes the run together with other processes. */
    void share() {
        queue.await(
                () -> taken(locks.tryLockShared(run)),
                () -> holder() + ". It does not share the run, so no other process can join it");
        // Another session of this process may have it until the server has noticed its end.
        queue.take(locks, worker, WORK);
    }

    private Optional<String> taken(boolean isTaken) {
        return isTaken ? Optional.of(run) : Optional.empty();
    }

    private String holder() {
        return LockedException.words(WORK, locks.holder(run));
    }

    /**
     * Goes in through the door, as soon as the attempt succeeds.
     *
     * @param words why it does not
     */
    void join(Supplier<Optional<?>> attempt, Supplier<String> words) {
        queue.await(() -> joined(attempt), words);
    }

    private Optional<?> joined(Supplier<Optional<?>> attempt) {
        queue.awaitTurn(locks, door, AT_THE_DOOR);
        try {
            Optional<?> joined = attempt.get();
            joined.ifPresent(any -> locks.tryLock(member));
            return joined;
        } finally {
            locks.unlock(door);
        }
    }

    /** Goes out through the door, while the work is done. Other workers still see this one meanwhile. */
    <T> T leave(Supplier<T> work) {
        boolean isTurn = takeDoor();
        try {
            return work.get();
        } finally {
            locks.unlock(member);
            if (isTurn) {
                locks.unlock(door);
            }
        }
    }

    /** A worker that is to stop does not wait for the results of others for long. */
    private boolean takeDoor() {
        try {
            queue.awaitTurn(locks, door, AT_THE_DOOR);
            return true;
        } catch (StopRequestedException e) {
            return locks.lock(door, SHORT_WAIT);
        } catch (LockedException e) {
            // A worker that hangs there must not keep this one from its results.
            return false;
        }
    }
}
