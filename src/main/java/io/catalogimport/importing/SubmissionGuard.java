package io.catalogimport.importing;

/** Checks, as late as possible, that this process alone works in the lane, so that an import may be asked for. */
@FunctionalInterface
public interface SubmissionGuard {

    /** Throws the exception that ends the run if nothing may be asked for. */
    void check();
}
