package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/** AWS does not accept the caller's own credentials, or there are none: no later request of the run can succeed. */
public final class AwsCredentialsException extends AwsException {
    public AwsCredentialsException(String message, String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, code, requestId, cause);
    }

    @Override
    public String reasonCode() {
        return "CREDENTIALS_NOT_ACCEPTED";
    }
}
