package io.catalogimport.cli;

import io.catalogimport.job.RunProgress;

/** A way to show progress. */
interface ProgressView extends RunProgress {

    /** Leaves the terminal as it was found; may be called more than once. */
    void finish();
}
