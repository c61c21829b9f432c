package io.catalogimport.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs as they come with this program: a compressed archive for the platform it was built on. */
final class PostgresArchive {
    private final URL url;

    PostgresArchive(URL url) {
        this.url = url;
    }

    /** The archive for this machine. */
    static PostgresArchive forThisMachine() throws IOException {
        String name = "/postgres-%s-%s.txz".formatted(system(), processor());
        URL url = PostgresArchive.class.getResource(name);
        if (url == null) {
            throw new IOException(
                    "this build of the program has no PostgreSQL for this kind of machine (" + name + ")");
        }
        return new PostgresArchive(url);
    }

    /** Another archive has another id. The archive is not read for it. */
    String id() throws IOException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        throw new IOException("the server's programs are in no jar: " + url);
    }

    InputStream open() throws IOException {
        return url.openStream();
    }

    /** Unpacks everything into this directory, which is empty. */
    void unpackInto(Path directory) throws IOException {
        try (TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(open()))) {
            TarArchiveEntry entry = archive.getNextEntry();
            while (entry != null) {
                unpack(entry, archive, directory);
                entry = archive.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory) throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException(
                    "the archive of the server's programs leads out of its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target, OwnerOnly.forDirectory(target));
            return;
        }
        Files.createDirectories(target.getParent(), OwnerOnly.forDirectory(target));
        if (entry.isSymbolicLink() || entry.isLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.createFile(
                target, isProgram(directory, target) ? OwnerOnly.forDirectory(target) : OwnerOnly.forFile(target));
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
            content.transferTo(out);
        }
    }

    private static boolean isProgram(Path directory, Path file) {
        return file.startsWith(directory.resolve("bin"));
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : name;
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (Set.of("amd64", "x86_64").contains(name)) {
            return "x86_64";
        }
        return name.equals("aarch64") ? "arm_64" : name;
    }
}
