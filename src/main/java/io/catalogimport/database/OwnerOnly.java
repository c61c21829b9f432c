package io.catalogimport.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files and directories that only the user who runs the program may touch. They are made so from the first moment, and
 * are looked at again before each use. Windows has no such permissions: a directory there inherits those of its parent.
 */
final class OwnerOnly {
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> WRITE_FOR_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnerOnly() {}

    /**
     * Makes the directory, or takes the permissions on it away from all others.
     *
     * @return whether others could have changed what is in it
     * @throws FileSystemException if it is a link, no directory, or another user's
     */
    static boolean directory(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(path, forDirectory(path));
            return false;
        }
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(path.toString(), null, "is not a directory");
        }
        return restrict(path, DIRECTORY);
    }

    /**
     * Takes the permissions on a file away from all others; nothing if there is no such file.
     *
     * @throws FileSystemException if it is a link, no file, or another user's
     */
    static void file(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(path.toString(), null, "is not a plain file");
        }
        restrict(path, FILE);
    }

    /** How a directory near this path is made, so that others never have permissions on it. */
    static FileAttribute<?>[] forDirectory(Path path) {
        return attributes(path, DIRECTORY);
    }

    /** How a file near this path is made, so that others never have permissions on it. */
    static FileAttribute<?>[] forFile(Path path) {
        return attributes(path, FILE);
    }

    /** Whether this file, or this link itself, belongs to the user who runs the program. */
    static boolean isOurs(Path path) throws IOException {
        return !isPosix(path) || owner(path) == CurrentUser.number();
    }

    /** Whether root has made this directory for others to use and let no stranger write to it, such as a mounted volume. */
    static boolean isGivenByRoot(Path path) throws IOException {
        return isPosix(path)
                && owner(path) == 0
                && !isOurs(path)
                && !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static boolean restrict(Path path, Set<PosixFilePermission> wanted) throws IOException {
        if (!isPosix(path)) {
            return false;
        }
        if (!isOurs(path)) {
            throw new FileSystemException(
                    path.toString(), null, "belongs to another user (number %d)".formatted(owner(path)));
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (!found.equals(wanted) || hasSpecialBits(path)) {
            Files.setPosixFilePermissions(path, wanted);
        }
        return found.stream().anyMatch(WRITE_FOR_OTHERS::contains);
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Set-group-id and the like, as Kubernetes sets it on a volume. */
    private static boolean hasSpecialBits(Path path) throws IOException {
        return ((int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 07000) != 0;
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
