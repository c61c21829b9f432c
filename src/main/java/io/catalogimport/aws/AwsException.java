package io.catalogimport.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * AWS gave an error instead of a result, or could not be reached. Each subclass is one kind of error. The message has
 * AWS's own words.
 */
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

    /** AWS's error code, or the name of the client's exception if there was no answer. */
    public String code() {
        return code;
    }

    /** The stable code of a row that cannot be worked on because of this: the kind of the failure, or AWS's own code. */
    public final String reasonCode() {
        return kind().map(FailureKind::name).orElse(code);
    }

    /** The kind of the failure, if it decides what the run does. */
    public Optional<FailureKind> kind() {
        return Optional.empty();
    }

    /** Whether the failure is of this kind. */
    public final boolean is(FailureKind kind) {
        return kind().filter(kind::equals).isPresent();
    }

    /** The id by which AWS support finds the request; empty if there was no answer. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}
