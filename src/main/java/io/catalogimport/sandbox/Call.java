package io.catalogimport.sandbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request that the sandbox has answered. What could not be told of a refused request is empty.
 *
 * @param sequence counts from 1 in the order of the answers
 * @param parameters the request's top-level members that are plain values
 * @param errorCode AWS's code, absent where the request succeeded
 */
public record Call(
        long sequence,
        Instant at,
        String account,
        String region,
        String service,
        String operation,
        Map<String, String> parameters,
        int status,
        @Nullable String errorCode) {

    public Call {
        parameters = Map.copyOf(parameters);
    }
}
