package io.catalogimport.aws;

/** A setting of the SDK has a value that it cannot use. The message names the setting. */
public final class AwsConfigurationException extends RuntimeException {
    AwsConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
