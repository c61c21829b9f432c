package io.catalogimport.sandbox.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is told of each request once its ending is settled, before the client notices. */
@FunctionalInterface
public interface CallListener {
    void ended(Request request, Caller caller, Outcome outcome);

    /**
     * What was asked of which service, and how it ended.
     *
     * @param status of the answer, also of one that the client never gets; 0 where nothing was done
     * @param result the members of the answer of an operation that has been carried out
     * @param fault the fault that struck, if one did
     */
    record Outcome(
            String service,
            String operation,
            Map<String, String> parameters,
            int status,
            @Nullable String errorCode,
            Map<String, Object> result,
            Ending ending,
            @Nullable String fault) {}
}
