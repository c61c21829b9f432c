package io.catalogimport.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A file for each row whose template differs from that of its version: {@code line-12.txt}. */
final class DiffFiles {
    private static final String NAME = "line-%d.txt";

    private final Path directory;
    private final String writer;

    DiffFiles(Path directory, String writer) {
        this.directory = directory;
        this.writer = writer;
    }

    /** Writes all, and removes those of rows that differ no longer. */
    void write(Rows rows) {
        Set<String> written = new HashSet<>();
        rows.forEachDifference((line, text) -> {
            String name = NAME.formatted(line);
            written.add(name);
            AtomicFile.replace(directory.resolve(name), writer, out -> out.write(text));
        });
        removeOthers(written);
    }

    private void removeOthers(Set<String> written) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "line-*.txt")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("line-\\d+\\.txt") && !written.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new ResultsException(directory, e);
        }
    }
}
