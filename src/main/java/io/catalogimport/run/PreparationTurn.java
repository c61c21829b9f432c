package io.catalogimport.run;

import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.ledger.LockNames;
import io.catalogimport.ledger.ProcessLocks;
import io.catalogimport.ledger.Run;
import io.catalogimport.ledger.Starts;
import io.catalogimport.ledger.Starts.Preparation;

/** Does once in each start of a run what its workers need: the first worker does it, and the others wait. */
public final class PreparationTurn {
    private final LockQueue queue;
    private final ProcessLocks locks;
    private final Starts starts;
    private final Run run;

    public PreparationTurn(LockQueue queue, ProcessLocks locks, Starts starts, Run run) {
        this.queue = queue;
        this.locks = locks;
        this.starts = starts;
        this.run = run;
    }

    /** Does the work, and writes down that it is done. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    /**
     * Does the work unless it was done before. Does nothing if the run is to stop, which what follows sees for itself.
     *
     * @throws LockedException if another worker has the turn for too long
     */
    public <E extends Exception> void take(Preparation preparation, Work<E> work) throws E {
        String lock = LockNames.preparation(run.digest());
        try {
            queue.awaitTurn(locks, lock, words(preparation));
        } catch (StopRequestedException e) {
            return;
        }
        try {
            if (!starts.isDone(run, preparation)) {
                work.run();
            }
        } finally {
            locks.unlock(lock);
        }
    }

    private static String words(Preparation preparation) {
        return switch (preparation) {
            case FILE_READ -> "is reading the mapping file into the database";
            case LOOKED_OVER -> "is comparing the rows of the mapping file with one another";
        };
    }

    /** Writes down that it was done, in the caller's transaction if there is one. */
    public void done(Preparation preparation) {
        starts.done(run, preparation);
    }
}
