package io.catalogimport.run;

import io.catalogimport.ledger.Starts.Start;
import java.time.Instant;
import java.util.Optional;

/**
 * The start of the run that this process takes part in. Where several share it, it may have begun before this process.
 * Thread-safe.
 */
public final class CurrentStart {
    private volatile Start start;
    private volatile Instant resumedAt;

    /**
     * This process begins by itself.
     *
     * @param own when this process began; it counts until the process has joined a start
     */
    public CurrentStart(Instant own) {
        this.start = new Start(own, Optional.empty(), Optional.empty());
        this.resumedAt = own;
    }

    void is(Start known, Instant resumed) {
        start = known;
        resumedAt = resumed;
    }

    /** When it began: what happened since then counts. */
    public Instant at() {
        return start.at();
    }

    /** When it last continued after all its workers had died or were stopped: what was found before may have changed. */
    public Instant resumedAt() {
        return resumedAt;
    }

    /** When nothing further may begin. */
    public Optional<Instant> endBy() {
        return start.endBy();
    }

    public boolean isTimeUp(Instant now) {
        return start.isTimeUp(now);
    }
}
