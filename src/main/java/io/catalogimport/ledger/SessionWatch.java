package io.catalogimport.ledger;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.BooleanSupplier;

/**
 * Uses a session again and again while nobody else does: a firewall forgets a connection that is silent for minutes. It
 * has a thread of its own because the run may wait anywhere, also for AWS to answer.
 */
final class SessionWatch implements AutoCloseable {
    private final Timer timer = new Timer("lock-session", true);

    /** @param use false when the session is lost, after which it is not used again */
    SessionWatch(Duration interval, BooleanSupplier use) {
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        if (!use.getAsBoolean()) {
                            timer.cancel();
                        }
                    }
                },
                interval.toMillis(),
                interval.toMillis());
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
