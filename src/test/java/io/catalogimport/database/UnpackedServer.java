package io.catalogimport.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The embedded server's programs, unpacked once for all tests: not each of them waits for that. */
public final class UnpackedServer {
    private static final Path ONCE =
            Path.of("target/unpacked-server-" + System.getProperty("catalog-import.fork", "0"));

    private UnpackedServer() {}

    /** Puts the programs into the state directory, which is made. */
    public static void putInto(Path stateDirectory) {
        try {
            Files.createDirectories(ONCE.getParent());
            Path source = new PostgresPrograms(ONCE, PostgresArchive.forThisMachine(), ONCE).ready();
            Files.createDirectories(stateDirectory);
            Path parent = stateDirectory.resolve("server");
            OwnerOnly.directory(parent);
            Path target = parent.resolve(source.getFileName());
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.copy(
                            file,
                            target.resolve(source.relativize(file)),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
