package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacks an archive like the server's, and unpacks it again when it has suffered. */
class PostgresProgramsTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    private final Path root;
    private final Path parent;
    private final PostgresArchive archive;
    private final Path home;

    PostgresProgramsTest(@TempDir Path root) throws IOException {
        this.root = root;
        this.parent = root.resolve("server");
        archive = SmallArchive.in(root.resolve("one.jar"), "the server");
        home = programs(archive).ready();
        Files.setLastModifiedTime(program(), LONG_AGO);
    }

    @Test
    void unpacksForItsOwnerAlone() throws IOException {
        assertThat(program()).hasContent("the server");
        assertThat(home.resolve("lib/libpq.so")).isSymbolicLink().hasContent("a library");
        assertThat(permissions(parent)).isEqualTo("rwx------");
        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(program())).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("lib/libpq.so.5"))).isEqualTo("rw-------");
    }

    @Test
    void leavesWhatIsSoundAlone() throws IOException {
        assertThat(programs(archive).ready()).isEqualTo(home);

        assertThat(Files.getLastModifiedTime(program())).isEqualTo(LONG_AGO);
    }

    @Test
    void unpacksAgainWhenAFileWasCutShort() throws IOException {
        Files.writeString(program(), "the s", StandardOpenOption.TRUNCATE_EXISTING);

        isUnpackedAgain();
    }

    @Test
    void unpacksAgainWhenAFileOfTheSameSizeIsDamaged() throws IOException {
        Files.writeString(program(), "the sever ");

        isUnpackedAgain();
    }

    @Test
    void unpacksAgainWhenAFileIsMissing() throws IOException {
        Files.delete(home.resolve("lib/libpq.so.5"));

        isUnpackedAgain();
    }

    @Test
    void unpacksAgainWhenTheInventoryIsMissing() throws IOException {
        Files.delete(home.resolve("inventory"));

        isUnpackedAgain();
    }

    @Test
    void unpacksAgainWhenOthersCouldHaveReplacedThePrograms() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwx---"));

        isUnpackedAgain();
    }

    @Test
    void unpacksAgainWhenOthersCouldHaveReplacedTheirDirectory() throws IOException {
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxrwxrwx"));

        isUnpackedAgain();
    }

    @Test
    void keepsNothingOfAnotherVersionOrOfAnUnfinishedStart() throws IOException {
        PostgresArchive newer = SmallArchive.in(root.resolve("two.jar"), "a newer server");
        Path unfinished = Files.createDirectory(parent.resolve(newer.id() + ".new"));
        Files.writeString(unfinished.resolve("half"), "half");

        Path newHome = programs(newer).ready();

        assertThat(newHome.resolve("bin/postgres")).hasContent("a newer server");
        assertThat(parent).isDirectoryNotContaining(path -> !path.equals(newHome));
    }

    @Test
    void refusesADirectoryThatHasSomethingElseInItAndLeavesAllAsItIs() throws IOException {
        Path source = Files.createDirectories(parent.resolve("src"));
        Files.writeString(source.resolve("Main.java"), "the user's own");
        Files.delete(program());

        assertThatThrownBy(() -> programs(archive).ready())
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("src: was not made by this program");

        assertThat(source.resolve("Main.java")).hasContent("the user's own");
        assertThat(home.resolve("lib/libpq.so.5")).exists();
    }

    @Test
    void refusesAFileWhoseNameLooksLikeOneOfOurs() throws IOException {
        Path file = Files.writeString(parent.resolve("cafe"), "the user's own");
        Files.delete(program());

        assertThatThrownBy(() -> programs(archive).ready()).isInstanceOf(FileSystemException.class);

        assertThat(file).exists();
    }

    @Test
    void removesWhatAnOlderVersionLeftInTheTemporaryDirectory() throws Exception {
        Path shared = Files.createDirectories(root.resolve("tmp/embedded-pg"));
        Path kept = Files.createDirectory(root.resolve("kept"));
        Files.createFile(kept.resolve("file"));
        Path left = Files.createDirectories(shared.resolve(nameOfOld()));
        Files.createDirectory(left.resolve("bin"));
        Files.createFile(left.resolve("bin/postgres"));
        Files.createSymbolicLink(left.resolve("link"), kept);
        Path anothers = Files.createDirectory(shared.resolve("PG-of-another-program"));
        Files.delete(program());

        programs(archive).ready();

        assertThat(left).doesNotExist();
        assertThat(anothers).exists();
        assertThat(kept.resolve("file")).exists();
    }

    @Test
    void doesNotFollowALinkThatSomeoneHasPutInTheTemporaryDirectory() throws Exception {
        Path victim = Files.createDirectory(root.resolve("victim"));
        Files.createFile(victim.resolve("file"));
        Path shared = Files.createDirectories(root.resolve("tmp/embedded-pg"));
        Files.createSymbolicLink(shared.resolve(nameOfOld()), victim);
        Files.delete(program());

        programs(archive).ready();

        assertThat(victim.resolve("file")).exists();
    }

    private void isUnpackedAgain() throws IOException {
        assertThat(programs(archive).ready()).isEqualTo(home);

        assertThat(program()).hasContent("the server");
        assertThat(home.resolve("lib/libpq.so")).hasContent("a library");
        assertThat(Files.getLastModifiedTime(program())).isNotEqualTo(LONG_AGO);
        assertThat(permissions(parent)).isEqualTo("rwx------");
    }

    private PostgresPrograms programs(PostgresArchive which) {
        return new PostgresPrograms(parent, which, root.resolve("tmp"));
    }

    /** Older versions named the directory after the archive's MD5. */
    private String nameOfOld() throws Exception {
        try (InputStream content = archive.open()) {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return "PG-" + HexFormat.of().formatHex(md5.digest(content.readAllBytes()));
        }
    }

    private Path program() {
        return home.resolve("bin/postgres");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
