package io.catalogimport.aws;

import java.time.Duration;

/** The one seam through which the program waits, so that a stop ends every wait and tests need not wait at all. */
@FunctionalInterface
public interface Pause {

    /**
     * Waits for the duration.
     *
     * @return false if the run has been asked to stop; the wait then ends at once
     */
    boolean waitFor(Duration duration);
}
