package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/** AWS will not do what this request asks; other requests are not touched by that. */
public final class AwsRefusedException extends AwsException {
    public AwsRefusedException(String message, String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, code, requestId, cause);
    }
}
