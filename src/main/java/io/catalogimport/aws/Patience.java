package io.catalogimport.aws;

import java.time.Duration;

/**
 * How long a call is repeated that AWS is too busy for.
 *
 * @param unavailable while AWS fails or cannot be reached
 * @param throttled while there are too many requests
 * @param operationInProgress while another operation is in progress
 */
public record Patience(Duration unavailable, Duration throttled, Duration operationInProgress) {

    /** For how long from the first try on. */
    public Duration with(AwsBusyException busy) {
        return switch (busy.reason()) {
            case UNAVAILABLE, NOT_CONNECTED -> unavailable;
            case THROTTLED -> throttled;
            case OPERATION_IN_PROGRESS -> operationInProgress;
        };
    }
}
