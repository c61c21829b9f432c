package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/** AWS refuses the credentials or a permission: no later request of the run would fare better. */
public final class AwsAccessException extends AwsException {
    public AwsAccessException(String message, String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, code, requestId, cause);
    }
}
