package io.catalogimport.database;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that older versions of this program unpacked into the temporary directory that all users share. Another user
 * may have put a link in its place, even while it is being removed: so each step starts from a directory that is open.
 */
final class OldTemporaryServer {
    private static final Logger LOG = LoggerFactory.getLogger(OldTemporaryServer.class);
    private static final Path SHARED = Path.of("embedded-pg");

    private final Path temporary;
    private final PostgresArchive archive;

    OldTemporaryServer(Path temporary, PostgresArchive archive) {
        this.temporary = temporary;
        this.archive = archive;
    }

    /** Removes it if it belongs to this user and no process uses it. Otherwise it does no harm: nothing looks there. */
    void remove(UserPrincipal us) {
        if (!Files.isDirectory(temporary.resolve(SHARED), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> top = Files.newDirectoryStream(temporary)) {
            // Windows has no such streams, and nothing to fear from links.
            if (top instanceof SecureDirectoryStream<Path> secure) {
                remove(secure, us);
            }
        } catch (IOException e) {
            LOG.debug("What an older version left in {} could not be removed", temporary.resolve(SHARED), e);
        }
    }

    private void remove(SecureDirectoryStream<Path> top, UserPrincipal us) throws IOException {
        Path name = Path.of("PG-" + md5());
        Path server = temporary.resolve(SHARED).resolve(name);
        try (SecureDirectoryStream<Path> shared = top.newDirectoryStream(SHARED, LinkOption.NOFOLLOW_LINKS)) {
            try (SecureDirectoryStream<Path> old = shared.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                if (!attributes(old).owner().equals(us) || isInUse(server)) {
                    LOG.debug("{} is another user's or in use, and stays", server);
                    return;
                }
                empty(old);
            }
            shared.deleteDirectory(name);
            LOG.debug("Removed {}, which an older version left", server);
        } catch (NoSuchFileException e) {
            LOG.debug("There is no {}", server);
        }
    }

    private static void empty(SecureDirectoryStream<Path> directory) throws IOException {
        for (Path entry : directory) {
            Path name = entry.getFileName();
            if (isDirectory(directory, name)) {
                try (SecureDirectoryStream<Path> inner =
                        directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    empty(inner);
                }
                directory.deleteDirectory(name);
            } else {
                directory.deleteFile(name);
            }
        }
    }

    private static boolean isDirectory(SecureDirectoryStream<Path> parent, Path name) throws IOException {
        return parent.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }

    private static PosixFileAttributes attributes(SecureDirectoryStream<Path> directory) throws IOException {
        return directory.getFileAttributeView(PosixFileAttributeView.class).readAttributes();
    }

    private static boolean isInUse(Path server) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.flatMap(process -> process.info().command().stream())
                    .anyMatch(command -> command.startsWith(server + File.separator));
        }
    }

    /** It named the directory. */
    private String md5() throws IOException {
        try (InputStream content = archive.open();
                DigestInputStream digest = new DigestInputStream(content, MessageDigest.getInstance("MD5"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }
}
