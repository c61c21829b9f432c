package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/** AWS does not accept the caller's own credentials, or there are none. No later request of the run can succeed. */
public final class AwsCredentialsException extends AwsException {
    public AwsCredentialsException(String message, String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(message, code, requestId, cause);
    }

    /** Whether there were no credentials at all. The message then says what to do. */
    public boolean isWithoutCredentials() {
        return code().equals(AwsErrors.NO_CREDENTIALS);
    }
}
