package io.catalogimport.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One HTTP answer, whole. */
public final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    public Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    public static Response text(int status, Map<String, String> headers, String body) {
        return new Response(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
