package io.catalogimport.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The first bytes of a file. They show its encoding, or that it is not text at all. */
final class FirstBytes {
    static final int LENGTH = 1_000;

    /** Of text in UTF-16, every second byte is zero wherever it is English. */
    private static final int ZEROS_OF_UTF_16 = 4;

    private final byte[] bytes;

    FirstBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The encoding: UTF-8, or UTF-16 with a byte order mark.
     *
     * @throws UnusableMappingFileException if it is neither, as far as the first bytes tell
     */
    Charset charset(Path file) throws UnusableMappingFileException {
        if (startWith(0xFF, 0xFE, 0, 0) || startWith(0, 0, 0xFE, 0xFF)) {
            throw unusable(file, "it seems to be UTF-32");
        }
        if (startWith(0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startWith(0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (startWith('P', 'K', 3, 4)) {
            throw unusable(file, "it seems to be an Excel workbook (XLSX) or another ZIP file");
        }
        if (startWith(0xD0, 0xCF, 0x11, 0xE0)) {
            throw unusable(file, "it seems to be an old Excel workbook (XLS)");
        }
        if (startWith('%', 'P', 'D', 'F')) {
            throw unusable(file, "it seems to be a PDF");
        }
        if (startWith(0x1F, 0x8B)) {
            throw unusable(file, "it seems to be compressed (gzip)");
        }
        if (zeros() * ZEROS_OF_UTF_16 >= bytes.length && bytes.length > 1) {
            throw unusable(file, "it seems to be UTF-16 without a byte order mark");
        }
        return StandardCharsets.UTF_8;
    }

    private static UnusableMappingFileException unusable(Path file, String seen) {
        return new UnusableMappingFileException(file, seen + "; save it as CSV in UTF-8");
    }

    private boolean startWith(int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private int zeros() {
        int zeros = 0;
        for (byte one : bytes) {
            zeros += one == 0 ? 1 : 0;
        }
        return zeros;
    }
}
