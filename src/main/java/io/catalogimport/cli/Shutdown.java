package io.catalogimport.cli;

import io.catalogimport.run.StopRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns Ctrl-C, SIGTERM and SIGHUP into a wish to stop, and keeps the process alive until the run has stopped, but not for long.
 * The process then ends with the signal's own exit code: 130, 143 or 129. A second Ctrl-C ends it at once: the next start
 * goes on from the ledger as after any other death.
 */
final class Shutdown {
    private static final Logger log = LoggerFactory.getLogger(Shutdown.class);

    /** After this, calls that AWS does not answer are given up; they may be what the run waits for. */
    private static final Duration PATIENCE_WITH_CALLS = Duration.ofSeconds(5);

    /** The process is to be gone within 10 s; what the run does not manage until then, the next start does. */
    private static final Duration PATIENCE_WITH_RUN = Duration.ofSeconds(4);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final StopRequest stop;
    private final Runnable leaveTerminal;
    private volatile Runnable giveUpCalls = () -> {};

    private Shutdown(StopRequest stop, Runnable leaveTerminal) {
        this.stop = stop;
        this.leaveTerminal = leaveTerminal;
    }

    /** @param leaveTerminal leaves the terminal as it was found */
    static Shutdown into(StopRequest stop, Runnable leaveTerminal) {
        Shutdown shutdown = new Shutdown(stop, leaveTerminal);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::stop, "stop"));
        TerminalSignal.INT.leadsTo(shutdown::interrupt);
        return shutdown;
    }

    private void interrupt() {
        int code = ExitCode.INTERRUPTED.number();
        if (interrupted.getAndSet(true)) {
            leaveTerminal.run();
            Runtime.getRuntime().halt(code);
        }
        log.warn("Stopping. The same command can be run again. Ctrl-C again ends the process at once");
        new Thread(() -> System.exit(code), "exit").start();
    }

    /** How calls that are under way are ended, once any can be. */
    void givingUpCallsBy(Runnable means) {
        giveUpCalls = means;
    }

    private void stop() {
        stop.request();
        try {
            if (!finished.await(PATIENCE_WITH_CALLS.toMillis(), TimeUnit.MILLISECONDS)) {
                giveUpCalls.run();
                finished.await(PATIENCE_WITH_RUN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leaveTerminal.run();
        }
    }

    /** Nothing is left to wait for. */
    void runHasEnded() {
        finished.countDown();
    }
}
