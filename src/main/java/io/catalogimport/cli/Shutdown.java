package io.catalogimport.cli;

import io.catalogimport.job.StopRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into a wish to stop, and keeps the process alive until the run has stopped, but not for long.
 * The process then ends with the signal's own exit code, 130 or 143.
 */
final class Shutdown {
    /** The process is to be gone within 10 s; what the run does not manage until then, the next start does. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final CountDownLatch finished = new CountDownLatch(1);

    private Shutdown() {}

    static Shutdown into(StopRequest stop) {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown.stop(stop), "stop"));
        return shutdown;
    }

    private void stop(StopRequest stop) {
        stop.request();
        try {
            finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing is left to wait for. */
    void runHasEnded() {
        finished.countDown();
    }
}
