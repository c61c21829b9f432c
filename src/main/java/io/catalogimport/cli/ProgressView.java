package io.catalogimport.cli;

import io.catalogimport.run.RunProgress;
import java.time.Instant;

/** A way to show progress. */
interface ProgressView extends RunProgress {

    /** Says something about the mapping file as a whole. */
    void aboutFile(String sentence);

    /** The database went away; it is waited for until then at most. */
    void databaseAway(Instant deadline);

    /** How many rows have been validated or worked on so far. */
    long rowsDone();

    /** Leaves the terminal as it was found; may be called more than once. */
    void finish();
}
