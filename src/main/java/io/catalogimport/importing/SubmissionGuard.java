package io.catalogimport.importing;

/** Makes sure, as late as can be, that an import may be asked for: that this process alone works in its lane. */
@FunctionalInterface
public interface SubmissionGuard {

    /** Throws what ends the run if nothing may be asked for. */
    void check();
}
