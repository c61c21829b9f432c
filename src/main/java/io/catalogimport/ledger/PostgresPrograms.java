package io.catalogimport.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The server's programs, unpacked in the state directory. They are unpacked beside their place and moved there as a
 * whole, so that a kill or a full disk leaves nothing half done; what is damaged all the same is replaced.
 */
final class PostgresPrograms {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresPrograms.class);

    private final Path parent;
    private final PostgresArchive archive;
    private final Path temporary;

    /**
     * @param parent the directory that holds nothing but these programs
     * @param temporary the directory for all users' temporary files, which older versions used
     */
    PostgresPrograms(Path parent, PostgresArchive archive, Path temporary) {
        this.parent = parent;
        this.archive = archive;
        this.temporary = temporary;
    }

    /** The directory with the programs of the archive, sound and complete. */
    Path ready() throws IOException {
        boolean exposed = OwnerOnly.directory(parent);
        Path home = parent.resolve(archive.id());
        if (exposed || !isSound(home)) {
            unpack(home);
        }
        return home;
    }

    private static boolean isSound(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return false;
        }
        boolean exposed = OwnerOnly.directory(home);
        return !exposed && new Inventory(home).isComplete();
    }

    /** Everything else goes: the programs of other versions, and what a kill has left. */
    private void unpack(Path home) throws IOException {
        LOG.debug("Unpacking the embedded PostgreSQL into {}", home);
        clear();
        Path unfinished = home.resolveSibling(home.getFileName() + ".new");
        try {
            OwnerOnly.directory(unfinished);
            archive.unpackInto(unfinished);
            new Inventory(unfinished).write();
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
            new OldTemporaryServer(temporary, archive).remove(Files.getOwner(home));
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(unfinished);
            throw e;
        }
    }

    private void clear() throws IOException {
        List<Path> found;
        try (Stream<Path> entries = Files.list(parent)) {
            found = entries.toList();
        }
        for (Path entry : found) {
            FileSystemUtils.deleteRecursively(entry);
        }
    }
}
