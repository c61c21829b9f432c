package io.catalogimport.aws;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for what another thread asks. */
public final class Await {
    private Await() {}

    /**
     * The other thread's answer.
     *
     * @throws RuntimeException or {@link Error}, the other thread's own, if it failed
     * @throws StopRequestedException if this thread is interrupted while it waits
     */
    public static <T> T answer(Future<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopRequestedException();
        }
    }
}
