package io.catalogimport.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer, whole. */
public final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Map<String, Object> result;

    public Response(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body.clone(), Map.of());
    }

    private Response(int status, Map<String, String> headers, byte[] body, Map<String, Object> result) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.result = result;
    }

    public static Response text(int status, Map<String, String> headers, String body) {
        return new Response(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer of an operation that has been carried out, and the text that it has become. */
    static Response of(Answer answer, Map<String, String> headers, String body) {
        return new Response(200, headers, body.getBytes(StandardCharsets.UTF_8), answer.members());
    }

    /** The same answer, of a server whose clock shows that time. */
    Response dated(Instant time) {
        Map<String, String> dated = new LinkedHashMap<>(headers);
        dated.put("Date", ResponseWriter.date(time));
        return new Response(status, dated, body, result);
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The answer's members, for the call log; none where there was no such answer. */
    Map<String, Object> result() {
        return result;
    }

    byte[] body() {
        return body;
    }
}
