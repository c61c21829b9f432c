package io.catalogimport.aws;

/** Something was given up because the run has been asked to stop. Nothing is known of its outcome. */
public final class StopRequestedException extends RuntimeException {
    public StopRequestedException() {
        super("The run has been asked to stop");
    }
}
