package io.catalogimport.sandbox.wire;

import java.time.Duration;
import java.time.Instant;

/** Lets real time pass. */
@FunctionalInterface
public interface RealTime {
    /** Waits, and returns the sandbox's time after that. */
    Instant after(Duration time) throws InterruptedException;
}
