package io.catalogimport.cli;

import io.catalogimport.run.RunProgress;

/** A way to show progress. */
interface ProgressView extends RunProgress {

    /** Says something about the mapping file as a whole. */
    void aboutFile(String sentence);

    /** What this process has done, and how long it took. */
    String summary();

    /** Leaves the terminal as it was found; may be called more than once. */
    void finish();
}
