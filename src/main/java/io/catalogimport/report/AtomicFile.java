package io.catalogimport.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file as a whole or not at all: a reader never sees half of one. */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes the file's content. */
    @FunctionalInterface
    interface Content {
        void writeTo(BufferedWriter writer) throws IOException;
    }

    /** @param writer a name that no other process has which may write the same file at the same time */
    static void replace(Path file, String writer, Content content) {
        replace(file, writer, StandardCharsets.UTF_8, content);
    }

    /** The same for a file in another encoding. */
    static void replace(Path file, String writer, Charset charset, Content content) {
        replaceBytes(file, writer, bytes -> {
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(bytes, charset.newEncoder()));
            content.writeTo(out);
            out.flush();
        });
    }

    /** Writes the file's content as it is. */
    @FunctionalInterface
    interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The same for content that is not only text. */
    static void replaceBytes(Path file, String writer, Bytes content) {
        try {
            Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
            // Not a temporary file of the system: those may be read by their owner only.
            Path unfinished = directory.resolve(".%s.%s.tmp".formatted(file.getFileName(), writer));
            try {
                // Made again: somebody could have put a link of this name there, and what it leads to would be
                // overwritten.
                Files.deleteIfExists(unfinished);
                try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
                    content.writeTo(out);
                }
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new ResultsException(file, e);
        }
    }
}
