package io.catalogimport.sandbox.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request asks for, once its protocol is understood.
 *
 * @param operation the operation's AWS name, known or not
 * @param input the request members
 * @param signed whether the operation asks for a signature
 */
public record Invocation(Request request, String operation, Input input, boolean signed) {

    Invocation of(Request other) {
        return new Invocation(other, operation, input, signed);
    }

    /** The top-level members that are plain values, for the call log. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        input.members().forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                parameters.put(name, value.toString());
            }
        });
        return parameters;
    }
}
