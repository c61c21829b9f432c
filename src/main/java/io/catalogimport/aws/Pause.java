package io.catalogimport.aws;

import java.time.Duration;

/** Waits. A request to stop the run ends the wait. Tests can use one that does not really wait. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits for the duration.
     *
     * @return false if the run has been asked to stop; the wait then ends at once
     */
    boolean waitFor(Duration duration);
}
