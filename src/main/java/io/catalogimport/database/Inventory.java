package io.catalogimport.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * What a directory holds, with a checksum of each file. It shows when something is missing or damaged. It does not
 * protect against other people: the directory's owner and permissions do.
 */
final class Inventory {
    private static final String FILE = "inventory";

    private final Path directory;

    Inventory(Path directory) {
        this.directory = directory;
    }

    /** Writes down what is there now. */
    void write() throws IOException {
        Path file = Files.createFile(directory.resolve(FILE), OwnerOnly.forFile(directory));
        Files.write(file, lines());
    }

    /** Whether everything is there as it was written down. */
    boolean isComplete() throws IOException {
        try {
            return Files.readAllLines(directory.resolve(FILE)).equals(lines());
        } catch (NoSuchFileException | CharacterCodingException e) {
            return false;
        }
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.equals(directory.resolve(FILE))) {
                    lines.add(directory.relativize(file) + " " + described(file, attributes));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        lines.sort(null);
        return lines;
    }

    private static String described(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            return "-> " + Files.readSymbolicLink(file);
        }
        if (!attributes.isRegularFile()) {
            return "neither a file nor a link";
        }
        try (InputStream content = Files.newInputStream(file);
                CheckedInputStream checked = new CheckedInputStream(content, new CRC32())) {
            long size = checked.transferTo(OutputStream.nullOutputStream());
            return size + " " + Long.toHexString(checked.getChecksum().getValue());
        }
    }
}
