package io.catalogimport.aws;

/** A call was given up between two tries because the run has been asked to stop. Nothing is known of its outcome. */
public final class StopRequestedException extends RuntimeException {
    StopRequestedException() {
        super("The run has been asked to stop");
    }
}
