package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {
    private static final int NOBODY = 65534;

    private final Path root;

    OwnerOnlyTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void makesADirectoryThatOthersCannotEnter() throws IOException {
        boolean exposed = OwnerOnly.directory(root.resolve("made"));

        assertThat(exposed).isFalse();
        assertThat(permissions(root.resolve("made"))).isEqualTo("rwx------");
    }

    @Test
    void takesADirectoryAwayFromOthersAndTellsWhetherTheyCouldWriteToIt() throws IOException {
        Path readable = Files.createDirectory(root.resolve("readable"));
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path writable = Files.createDirectory(root.resolve("writable"));
        // As Kubernetes does with fsGroup.
        Files.setAttribute(writable, "unix:mode", 02770);

        assertThat(OwnerOnly.directory(readable)).isFalse();
        assertThat(OwnerOnly.directory(writable)).isTrue();

        assertThat(permissions(readable)).isEqualTo("rwx------");
        assertThat((int) Files.getAttribute(writable, "unix:mode") & 07777).isEqualTo(0700);
    }

    @Test
    void takesAFileAwayFromOthers() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        OwnerOnly.file(file);
        OwnerOnly.file(root.resolve("none"));

        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void refusesALinkAndLeavesWhatItLeadsToAlone() throws IOException {
        Path directory = Files.createDirectory(root.resolve("directory"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path link = Files.createSymbolicLink(root.resolve("link"), directory);

        assertThatThrownBy(() -> OwnerOnly.directory(link)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> OwnerOnly.file(link)).isInstanceOf(FileSystemException.class);
        assertThat(permissions(directory)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void refusesWhatBelongsToAnotherUser() throws IOException {
        assumeThat(CurrentUser.number()).as("only root gives files away").isZero();
        Path directory = Files.createDirectory(root.resolve("directory"));
        Files.setAttribute(directory, "unix:uid", NOBODY);

        assertThatThrownBy(() -> OwnerOnly.directory(directory))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("another user");
    }

    @Test
    void refusesAStateDirectoryBehindAnotherUsersLink() throws IOException {
        assumeThat(CurrentUser.number()).as("only root gives files away").isZero();
        Path link = Files.createSymbolicLink(root.resolve("link"), Files.createDirectory(root.resolve("victim")));
        assertThat(StateDirectory.open(link).path()).isEqualTo(link.toRealPath());
        Files.setAttribute(link, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);

        assertThatThrownBy(() -> StateDirectory.open(link))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("another user");
    }

    @Test
    void refusesAStateDirectoryWhosePathAShellWouldObey() {
        for (String name : new String[] {"$(id)", "`id`", "a\"b", "a\\b", "a\nb"}) {
            assertThatThrownBy(() -> StateDirectory.open(root.resolve(name)))
                    .as(name)
                    .isInstanceOf(FileSystemException.class);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
