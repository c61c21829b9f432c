package io.catalogimport.report;

import java.io.BufferedWriter;
import java.io.IOException;
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
        try {
            Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
            // Not a temporary file of the system: those may be read by their owner only.
            Path unfinished = directory.resolve(".%s.%s.tmp".formatted(file.getFileName(), writer));
            try {
                // Made anew: somebody could have put a link of this name there, and what it leads to would be
                // overwritten.
                Files.deleteIfExists(unfinished);
                try (BufferedWriter out = Files.newBufferedWriter(unfinished, charset, StandardOpenOption.CREATE_NEW)) {
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
