package io.catalogimport.sandbox.s3;

import io.catalogimport.sandbox.wire.AwsError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes the {@code aws-chunked} framing off a body. SDKs add it to sign or checksum while they send: each chunk is
 * {@code <hex size>[;chunk-signature=…]}, a line break, the content, a line break; an empty chunk ends it.
 */
final class ChunkedBody {
    private ChunkedBody() {}

    static byte[] decode(byte[] framed) {
        String text = new String(framed, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int position = 0;
        while (true) {
            int size = sizeAt(text, position);
            if (size == 0) {
                return content.toByteArray();
            }
            int start = text.indexOf("\r\n", position) + 2;
            if (start + size > framed.length) {
                throw broken();
            }
            content.write(framed, start, size);
            position = start + size + 2;
        }
    }

    private static int sizeAt(String text, int position) {
        int lineEnd = text.indexOf("\r\n", position);
        if (lineEnd < 0) {
            throw broken();
        }
        String line = text.substring(position, lineEnd);
        int semicolon = line.indexOf(';');
        try {
            return Integer.parseInt(semicolon < 0 ? line : line.substring(0, semicolon), 16);
        } catch (NumberFormatException e) {
            throw broken();
        }
    }

    private static RuntimeException broken() {
        return AwsError.INVALID_REQUEST.because("The body is not what its aws-chunked framing says.");
    }
}
