package io.catalogimport.sandbox;

import io.catalogimport.sandbox.wire.Ending;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to the sandbox. If a request was refused, the parts that are not known are empty.
 *
 * @param sequence counts from 1, in the order in which operations were carried out
 * @param parameters the request's top-level members that are plain values, long ones shortened
 * @param status the HTTP status of the answer, also of an answer that was lost; 0 if the operation was not carried out
 * @param errorCode AWS's code; absent if the request succeeded
 * @param recordId Service Catalog's record in the answer. For an import: the record that it made now, or earlier for
 *     the same token
 * @param fault the name of the fault that hit the call; absent if there was none
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
