package io.catalogimport.mapping;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** One pass over the bytes of a file: takes their digest, finds their encoding, and makes sure that they all have it. */
final class TextScan {
    private static final int BUFFER = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String UNDEFINED = "\uFFFD";

    private final Path file;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final MessageDigest digest = Sha256.begin();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    // Neither UTF-8 nor UTF-16 has fewer bytes than characters, so this cannot overflow.
    private final CharBuffer characters = CharBuffer.allocate(BUFFER);
    private int line = 1;
    private char previous;

    private TextScan(Path file, Charset charset) {
        this.file = file;
        this.charset = charset;
        this.decoder = charset.newDecoder();
    }

    /**
     * What the bytes of a file are.
     *
     * @param digest their SHA-256 in lower-case hexadecimal digits
     */
    record Result(String digest, Charset charset) {}

    static Result of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            in.mark(FirstBytes.LENGTH);
            Charset charset = new FirstBytes(in.readNBytes(FirstBytes.LENGTH)).charset(file);
            in.reset();
            return new Result(new TextScan(file, charset).digest(in), charset);
        }
    }

    private String digest(InputStream in) throws IOException {
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
        return Sha256.finish(digest);
    }

    private void decode(boolean atEnd) throws UnusableMappingFileException {
        bytes.flip();
        boolean malformed = decoder.decode(bytes, characters, atEnd).isError();
        countLines();
        if (malformed) {
            throw new UnusableMappingFileException(
                    file,
                    "line %d is not %s%s; save the file as CSV in UTF-8"
                            .formatted(line, charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : "UTF-16", hint(atEnd)));
        }
        bytes.compact();
    }

    private void countLines() {
        char[] decoded = characters.array();
        for (int i = 0; i < characters.position(); i++) {
            char character = decoded[i];
            if (character == '\r' || (character == '\n' && previous != '\r')) {
                line++;
            }
            previous = character;
        }
        characters.clear();
    }

    /** What the bytes seem to be. The first of them is the wrong one. */
    private String hint(boolean atEnd) {
        List<String> reasons = new ArrayList<>();
        byte wrong = bytes.get(bytes.position());
        String character = new String(new byte[] {wrong}, WINDOWS);
        if (charset.equals(StandardCharsets.UTF_8) && !character.equals(UNDEFINED)) {
            reasons.add("it seems to be Windows-1252, in which its byte %02X is %s"
                    .formatted(wrong, Excerpt.of(character)));
        }
        if (atEnd && isCutOff()) {
            reasons.add("the file ends in the middle of a character");
        }
        return reasons.isEmpty() ? "" : ": " + String.join(", or ", reasons);
    }

    private boolean isCutOff() {
        return charset.newDecoder()
                .decode(bytes.duplicate(), CharBuffer.allocate(4), false)
                .isUnderflow();
    }
}
