package io.catalogimport.aws;

import org.jspecify.annotations.Nullable;

/** A setting of the SDK, or of the way to AWS, cannot be used. The message names the setting. */
public final class AwsConfigurationException extends RuntimeException {
    AwsConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
