package io.catalogimport.sandbox.wire;

import io.catalogimport.sandbox.wire.Request.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads requests of HTTP/1.1 from a connection, with what AWS's clients make of it: chunks, and asking first. */
final class RequestReader {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    private final InputStream in;
    private final OutputStream out;
    private final Exchanges exchanges;

    RequestReader(InputStream in, OutputStream out, Exchanges exchanges) {
        this.in = in;
        this.out = out;
        this.exchanges = exchanges;
    }

    /** The next request whole; empty where the client has closed the connection. */
    Optional<Request> next() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Target target = target(line);
        Map<String, String> headers = headers();
        if (headers.getOrDefault("Expect", "").equalsIgnoreCase("100-continue")) {
            out.write(CONTINUE);
            out.flush();
        }
        return Optional.of(exchanges.request(target, headers, body(headers)));
    }

    private static Target target(String line) throws ProtocolException {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[1].startsWith("/") || !parts[2].equals("HTTP/1.1")) {
            throw new ProtocolException("This is no request line of HTTP/1.1: " + line);
        }
        try {
            // With a host before it, a path that begins with two slashes stays a path.
            URI uri = new URI("http://127.0.0.1" + parts[1]);
            return new Target(parts[0], uri.getPath(), FormFields.decode(uri.getRawQuery()));
        } catch (URISyntaxException e) {
            throw new ProtocolException("This is no URI: " + parts[1]);
        }
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() == MOST_HEADERS) {
                throw new ProtocolException("There is a broken header, or there are too many");
            }
            headers.merge(
                    line.substring(0, colon), line.substring(colon + 1).strip(), (first, more) -> first + "," + more);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        return bytes(size(headers.getOrDefault("Content-Length", "0"), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(bytes(size));
            line();
            if (body.size() > LARGEST_BODY) {
                throw new ProtocolException("The body is too large");
            }
        }
        headers();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return size(line().split(";", 2)[0].strip(), 16);
    }

    private static int size(String digits, int radix) throws ProtocolException {
        try {
            int size = Integer.parseInt(digits, radix);
            if (size >= 0 && size <= LARGEST_BODY) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same complaint.
        }
        throw new ProtocolException("This is no size, or it is too large: " + digits);
    }

    private byte[] bytes(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new ProtocolException("The body ends before its time");
        }
        return bytes;
    }

    /** A line without its end, in ISO 8859-1; an empty one too where the client has closed the connection. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
            if (line.length() > LONGEST_LINE) {
                throw new ProtocolException("A line is too long");
            }
        }
        return line.toString().stripTrailing();
    }
}
