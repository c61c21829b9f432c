package io.catalogimport.aws;

/** A wait or a call was ended because the run was asked to stop. Its outcome is not known. */
public final class StopRequestedException extends RuntimeException {
    public StopRequestedException() {
        super("The run has been asked to stop");
    }
}
