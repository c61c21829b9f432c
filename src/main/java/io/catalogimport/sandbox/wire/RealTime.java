package io.catalogimport.sandbox.wire;

import java.time.Duration;
import java.time.Instant;

/** Lets real time pass. */
@FunctionalInterface
public interface RealTime {
    /** Waits, and tells what time the sandbox then has. */
    Instant after(Duration time) throws InterruptedException;
}
