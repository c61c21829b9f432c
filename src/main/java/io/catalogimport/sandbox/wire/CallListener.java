package io.catalogimport.sandbox.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is told of each request once its answer is settled, before the answer is sent. */
@FunctionalInterface
public interface CallListener {
    void answered(Request request, Caller caller, Outcome outcome);

    /**
     * What was asked of which service, and how it ended.
     *
     * @param result the members of the answer of an operation that has been carried out
     */
    record Outcome(
            String service,
            String operation,
            Map<String, String> parameters,
            int status,
            @Nullable String errorCode,
            Map<String, Object> result) {}
}
