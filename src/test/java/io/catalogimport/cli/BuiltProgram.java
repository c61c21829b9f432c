package io.catalogimport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The built jar as {@code make build} leaves it: unpacked, with its class archive. A start from there takes a third of
 * the processor time of one from the jar itself, and these tests start the program some two hundred times.
 */
final class BuiltProgram {
    private static final Path JAR = Path.of(System.getProperty("catalog-import.jar", "target/catalog-import.jar"))
            .toAbsolutePath();
    private static final Path HOME = JAR.resolveSibling("program-for-tests");

    /** A copy of the jar that was unpacked last. */
    private static final Path UNPACKED = HOME.resolve("unpacked.jar");

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final int LIMIT_MINUTES = 3;

    /** How a command begins that starts the program. Its arguments follow. */
    static final List<String> COMMAND = prepared();

    private BuiltProgram() {}

    /** The first process of a build prepares the program; the others wait for that. */
    private static List<String> prepared() {
        try (FileChannel file = FileChannel.open(
                        JAR.resolveSibling("program-for-tests.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            Path archive = HOME.resolve("catalog-import.jsa");
            if (!isUnpacked() || Files.notExists(archive)) {
                Files.deleteIfExists(UNPACKED);
                unpack();
                Files.copy(JAR, UNPACKED);
            }
            return List.of(
                    JAVA.toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-XX:SharedArchiveFile=" + archive,
                    // Java says on stdout if it does without the archive.
                    "-Xlog:disable",
                    "-jar",
                    HOME.resolve("catalog-import.jar").toString());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The time of the jar says nothing: it is the same after each build, so that builds can be compared. */
    private static boolean isUnpacked() throws IOException {
        return Files.exists(UNPACKED) && Files.mismatch(UNPACKED, JAR) == -1;
    }

    private static void unpack() throws IOException {
        run(
                JAVA.toString(),
                "-Djarmode=tools",
                "-jar",
                JAR.toString(),
                "extract",
                "--force",
                "--destination",
                HOME + "");
        for (String script : List.of("catalog-import", "prepare")) {
            Files.copy(
                    Path.of("src/launcher", script + ".sh"),
                    HOME.resolve(script),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
        run(HOME.resolve("prepare").toString());
    }

    private static void run(String... command) throws IOException {
        File output = Files.createTempFile("prepare", ".log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(output.toPath()))
                    .isZero();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output.toPath());
        }
    }
}
