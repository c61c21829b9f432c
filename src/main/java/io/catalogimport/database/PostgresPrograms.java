package io.catalogimport.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
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

    /** An archive's id; with an end while the archive is being unpacked. */
    private static final Pattern OUR_NAME = Pattern.compile("[0-9a-f]{1,8}(\\.new)?");

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

    /** The rest goes: the programs of other versions, and what a kill has left. */
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

    /** The user may have named a directory that has a {@code server} of its own: all is looked at before anything goes. */
    private void clear() throws IOException {
        List<Path> found;
        try (Stream<Path> entries = Files.list(parent)) {
            found = entries.toList();
        }
        for (Path entry : found) {
            if (!OUR_NAME.matcher(entry.getFileName().toString()).matches()
                    || !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(entry.toString(), null, "was not made by this program");
            }
        }
        for (Path entry : found) {
            FileSystemUtils.deleteRecursively(entry);
        }
    }
}
