package io.catalogimport.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** One pass over the bytes of a file: takes their digest and makes sure that they are UTF-8. */
final class Utf8Scan {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final MessageDigest digest = Sha256.begin();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    // UTF-8 never has fewer bytes than characters, so this cannot overflow.
    private final CharBuffer characters = CharBuffer.allocate(BUFFER);
    private int line = 1;
    private char previous;

    private Utf8Scan(Path file) {
        this.file = file;
    }

    /** The SHA-256 of the file's bytes in lower-case hexadecimal digits. */
    static String digest(Path file) throws IOException {
        return new Utf8Scan(file).scan();
    }

    private String scan() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            boolean atEnd = false;
            while (!atEnd) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                atEnd = count < 0;
                if (!atEnd) {
                    digest.update(bytes.array(), bytes.position(), count);
                    bytes.position(bytes.position() + count);
                }
                decode(atEnd);
            }
        }
        return Sha256.finish(digest);
    }

    private void decode(boolean atEnd) throws UnusableMappingFileException {
        bytes.flip();
        boolean malformed = decoder.decode(bytes, characters, atEnd).isError();
        countLines();
        if (malformed) {
            throw new UnusableMappingFileException(file, "line " + line + " is not UTF-8" + hint());
        }
        bytes.compact();
    }

    private void countLines() {
        characters.flip();
        while (characters.hasRemaining()) {
            char character = characters.get();
            if (character == '\r' || (character == '\n' && previous != '\r')) {
                line++;
            }
            previous = character;
        }
        characters.clear();
    }

    private String hint() {
        boolean isUtf16 = line == 1 && (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE));
        return (isUtf16 ? " (the file seems to be UTF-16)" : "") + "; save the file as CSV in UTF-8";
    }

    private boolean startsWith(int first, int second) {
        return bytes.limit() > 1 && bytes.get(0) == (byte) first && bytes.get(1) == (byte) second;
    }
}
