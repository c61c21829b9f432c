package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/** The same request may succeed later: nothing is wrong with it. */
public final class AwsBusyException extends AwsException {

    /** Why the request did not go through this time. */
    public enum Reason {
        /** Another operation is in progress in the lane or on the resource. */
        OPERATION_IN_PROGRESS,
        /** Too many requests. */
        THROTTLED,
        /** AWS failed, or could not be reached, or did not answer in time. */
        UNAVAILABLE
    }

    private final Reason reason;

    public AwsBusyException(
            Reason reason, String message, String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, code, requestId, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
