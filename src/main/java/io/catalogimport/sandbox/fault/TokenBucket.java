package io.catalogimport.sandbox.fault;

import java.time.Duration;
import java.time.Instant;

/** Holds as many tokens as may be used at once, and gains some each second. It begins full. */
final class TokenBucket {
    private final double ratePerSecond;
    private final double burst;
    private double tokens;
    private Instant filledAt;

    TokenBucket(double ratePerSecond, long burst, Instant now) {
        this.ratePerSecond = ratePerSecond;
        this.burst = burst;
        this.tokens = burst;
        this.filledAt = now;
    }

    /** Whether there was a token left. */
    boolean take(Instant now) {
        // Requests that came together may be looked at in another order.
        if (now.isAfter(filledAt)) {
            double seconds = Duration.between(filledAt, now).toNanos() / 1e9;
            tokens = Math.min(burst, tokens + seconds * ratePerSecond);
            filledAt = now;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
