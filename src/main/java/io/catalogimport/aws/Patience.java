package io.catalogimport.aws;

import java.time.Duration;

/**
 * How long a call is repeated while AWS is busy.
 *
 * @param unavailable while AWS fails or cannot be reached
 * @param throttled while there are too many requests
 * @param operationInProgress while another operation is in progress
 */
public record Patience(Duration unavailable, Duration throttled, Duration operationInProgress) {

    /** How long the call is repeated, counted from the first try. */
    public Duration with(AwsBusyException busy) {
        return switch (busy.reason()) {
            case UNAVAILABLE, NOT_CONNECTED -> unavailable;
            case THROTTLED -> throttled;
            case OPERATION_IN_PROGRESS -> operationInProgress;
        };
    }
}
