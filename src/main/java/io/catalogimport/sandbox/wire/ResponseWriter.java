package io.catalogimport.sandbox.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes answers as HTTP/1.1. Head and body go out in one piece, so that none waits for the other's acknowledgement. */
final class ResponseWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private ResponseWriter() {}

    /** Answers the request. The date is the sandbox's, unless the answer has another. */
    static void write(OutputStream out, Request request, Response response) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Date", date(request.at()));
        headers.put("Content-Length", String.valueOf(response.body().length));
        boolean isHead = request.method().equals("HEAD");
        // To HEAD an answer may tell the length of a body that it does not have.
        response.headers().forEach((name, value) -> {
            if (isHead || !name.equalsIgnoreCase("Content-Length")) {
                headers.put(name, value);
            }
        });
        send(out, response.status(), headers, isHead ? new byte[0] : response.body());
    }

    /** Answers what could not be understood as a request, and no other will be on this connection. */
    static void write(OutputStream out, Response response) throws IOException {
        Map<String, String> headers = new TreeMap<>(response.headers());
        headers.put("Content-Length", String.valueOf(response.body().length));
        headers.put("Connection", "close");
        send(out, response.status(), headers, response.body());
    }

    static String date(Instant time) {
        return DATE.format(time);
    }

    private static void send(OutputStream out, int status, Map<String, String> headers, byte[] body)
            throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" \r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("\r\n");
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        answer.write(body);
        out.write(answer.toByteArray());
        out.flush();
    }
}
