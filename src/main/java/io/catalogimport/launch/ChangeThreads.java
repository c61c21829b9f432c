package io.catalogimport.launch;

import io.catalogimport.job.lanes.LaneThreads;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * The threads in which undo and handover work on several lanes at a time.
 *
 * @param name how the names of the threads begin
 * @param number how many threads there are
 * @param stop keeps anything more from beginning in all of them
 */
record ChangeThreads(String name, int number, Runnable stop) {
    /**
     * Returns when all work has ended. If one part fails, the others begin nothing more, and end what they have begun; then the
     * failure is thrown.
     */
    void run(List<Runnable> work) {
        AsyncTaskExecutor threads = LaneThreads.atMost(number, name);
        try {
            // All have ended before the caller goes on: what they still need is closed after it.
            CompletableFuture.allOf(work.stream()
                            .map(part -> CompletableFuture.runAsync(() -> stopping(part), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void stopping(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error e) {
            stop.run();
            throw e;
        }
    }
}
