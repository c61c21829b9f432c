package io.catalogimport.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One HTTP request, read to its end. Its time is the sandbox's only notion of now while it is answered. */
public final class Request {
    private final String id;
    private final Instant at;
    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte[] body;
    private @Nullable Map<String, String> form;

    Request(String id, Instant at, Target target, Map<String, String> headers, byte[] body) {
        this.id = id;
        this.at = at;
        this.method = target.method();
        this.path = target.path();
        this.query = target.query();
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.body = body;
    }

    /** The request line: method, decoded path and decoded query. */
    record Target(String method, String path, Map<String, String> query) {}

    public String id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** The same request, answered at another time than it came in. */
    Request at(Instant time) {
        return new Request(id, time, new Target(method, path, query), headers, body);
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The fields of the form, or of the query where the request has no form. Each service asks; they are decoded once. */
    Map<String, String> form() {
        if (form == null) {
            boolean isForm = header("Content-Type")
                    .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                    .isPresent();
            form = Collections.unmodifiableMap(isForm ? FormFields.decode(text()) : query);
        }
        return form;
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
