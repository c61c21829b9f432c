package io.catalogimport.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What AWS, or the way to it, answered instead of a result: classified, with AWS's own words. */
public abstract sealed class AwsException extends RuntimeException
        permits AwsBusyException,
                AwsRefusedException,
                AwsDeniedException,
                LaneClosedException,
                AwsCredentialsException {
    private final String code;
    private final @Nullable String requestId;

    AwsException(String message, String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.requestId = requestId;
    }

    /** AWS's error code, or the name of the client's own fault where no answer came. */
    public String code() {
        return code;
    }

    /** The stable code of a row that cannot be worked on because of this: the kind of the failure, or AWS's own code. */
    public final String reasonCode() {
        return kind().map(FailureKind::name).orElse(code);
    }

    /** The kind of the failure, where it decides what the run does. */
    public Optional<FailureKind> kind() {
        return Optional.empty();
    }

    /** Whether the failure is of this kind. */
    public final boolean is(FailureKind kind) {
        return kind().filter(kind::equals).isPresent();
    }

    /** The id by which AWS's support finds the request; empty where no answer came. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}
