package io.catalogimport.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The credentials are good, but not for this request. Requests about another stack, product or lane may be allowed. */
public final class AwsDeniedException extends AwsException {
    public AwsDeniedException(String message, String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, code, requestId, cause);
    }

    @Override
    public Optional<FailureKind> kind() {
        return Optional.of(FailureKind.ACCESS_DENIED);
    }
}
