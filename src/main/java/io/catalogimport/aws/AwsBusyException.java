package io.catalogimport.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nothing is wrong with the request. The same request may succeed later. */
public final class AwsBusyException extends AwsException {

    /** Why the request did not go through this time. */
    public enum Reason {
        /** Another operation is in progress in the lane or on the resource. */
        OPERATION_IN_PROGRESS,
        /** Too many requests. */
        THROTTLED,
        /** AWS failed, or did not answer in time. It may have done what was asked. */
        UNAVAILABLE,
        /** No connection could be made. AWS has certainly not done what was asked. */
        NOT_CONNECTED
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

    @Override
    public Optional<FailureKind> kind() {
        return switch (reason) {
            case OPERATION_IN_PROGRESS -> Optional.empty();
            case THROTTLED -> Optional.of(FailureKind.THROTTLED);
            case UNAVAILABLE, NOT_CONNECTED -> Optional.of(FailureKind.REGION_UNREACHABLE);
        };
    }
}
