package io.catalogimport.sandbox;

import io.catalogimport.sandbox.wire.Ending;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to the sandbox. What could not be told of a refused request is empty.
 *
 * @param sequence counts from 1; operations that were carried out stand in that order
 * @param parameters the request's top-level members that are plain values, long ones shortened
 * @param status of the answer, also of one that was lost: then it tells what became of the operation all the same; 0
 *     where the operation was not carried out
 * @param errorCode AWS's code, absent where the request succeeded
 * @param recordId Service Catalog's record that the answer tells of: for an import, the one that it made, or made
 *     before for the same token
 * @param fault the name of the fault that struck, absent where none did
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
        @Nullable String errorCode,
        @Nullable String recordId,
        Ending ending,
        @Nullable String fault) {

    public Call {
        parameters = Map.copyOf(parameters);
    }
}
