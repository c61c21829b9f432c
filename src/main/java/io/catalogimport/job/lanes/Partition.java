package io.catalogimport.job.lanes;

import org.jspecify.annotations.Nullable;

/**
 * What one partition of a step works on.
 *
 * @param lane null for the whole file, in which there is one import at a time then
 */
public record Partition(@Nullable String lane) {
    /** The whole file. */
    static final Partition WHOLE_FILE = new Partition(null);

    /** By which Batch knows it. Stored. */
    public String name() {
        return lane == null ? "file" : lane;
    }
}
