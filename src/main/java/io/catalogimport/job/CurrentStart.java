package io.catalogimport.job;

import io.catalogimport.ledger.Starts.Start;
import java.time.Instant;
import java.util.Optional;

/**
 * The start of the run that this process takes part in. Where several share it, it may have begun before this process.
 * Thread-safe.
 */
final class CurrentStart {
    private volatile Start start;

    /** @param own when this process began; it counts unless it joins others */
    CurrentStart(Instant own) {
        this.start = new Start(own, Optional.empty(), Optional.empty());
    }

    void is(Start known) {
        start = known;
    }

    /** When it began: what happened since then counts. */
    Instant at() {
        return start.at();
    }

    /** When nothing further may begin. */
    Optional<Instant> endBy() {
        return start.endBy();
    }

    boolean isTimeUp(Instant now) {
        return start.isTimeUp(now);
    }
}
