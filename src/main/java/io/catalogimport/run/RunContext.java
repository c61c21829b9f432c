package io.catalogimport.run;

import io.catalogimport.ledger.Run;
import java.time.Clock;
import java.time.Instant;

/**
 * What every part of a run knows of it.
 *
 * @param run the run, which is known by the content of its mapping file
 * @param options what the user asks for
 * @param start the start of the run that this process takes part in
 * @param progress is told what happens
 */
public record RunContext(Run run, RunOptions options, CurrentStart start, RunProgress progress, Clock clock) {
    /** The time now. */
    public Instant now() {
        return clock.instant();
    }

    /** Whether the time for beginning anything is over. */
    public boolean isTimeUp() {
        return start.isTimeUp(now());
    }
}
