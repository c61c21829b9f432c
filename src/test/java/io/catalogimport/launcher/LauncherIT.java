package io.catalogimport.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher is the program and adds nothing of its own, whatever has become of the archive beside it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a POSIX shell script")
class LauncherIT {
    private static final Path JAR = Path.of(System.getProperty("catalog-import.jar", "target/catalog-import.jar"));
    private static final String JAVA_HOME = System.getProperty("java.home");
    private static final String VERSION = "catalog-import 0\\.1\\.0( \\(commit .*\\))?\nJava .*\n";
    private static final int LIMIT_SECONDS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path root;

    @SuppressWarnings("NullAway.Init")
    private static Path app;

    /** What a process has left behind. */
    private record Ended(int exitCode, String out, String err) {}

    @BeforeAll
    static void extractTheJar() throws IOException, InterruptedException {
        app = root.resolve("program");
        List<String> extract =
                List.of(JAVA_HOME + "/bin/java", "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination");
        assertThat(end(start(new ProcessBuilder(append(extract, app.toString())))))
                .extracting(Ended::exitCode)
                .isEqualTo(0);
        Files.copy(Path.of("src/launcher/catalog-import.sh"), app.resolve("catalog-import"));
    }

    @Test
    void passesArgumentsAndExitCodeOn() throws IOException, InterruptedException {
        Ended ended = launch("", "plan", "a  b.csv", "--results", "*");

        assertThat(ended.exitCode()).isEqualTo(66);
        assertThat(ended.err()).contains("a  b.csv");
    }

    /** Java does not start with two. */
    @Test
    void leavesTheChoiceOfAGarbageCollectorToTheUser() throws IOException, InterruptedException {
        assertSaysItsVersion(launch("-Xmx200m -XX:+UseParallelGC", "--version"));
    }

    @Test
    void saysNothingOfItsOwnWithoutAnArchive() throws IOException, InterruptedException {
        assertSaysItsVersion(launch("", "--version"));
    }

    @Test
    void usesAnArchiveThatFitsAndDoesWithoutOneThatIsBroken() throws IOException, InterruptedException {
        Path archive = app.resolve("catalog-import.jsa");
        Path size = app.resolve("catalog-import.jsa.size");
        launch("-XX:ArchiveClassesAtExit=made.jsa", "--version");
        Files.move(root.resolve("made.jsa"), archive);
        Files.writeString(size, Files.size(archive) + "\n");
        byte[] whole = Files.readAllBytes(archive);
        try {
            assertSaysItsVersion(launch("-Xlog:class+load:file=loaded", "--version"));
            assertThat(Files.readString(root.resolve("loaded")))
                    .contains("io.catalogimport.cli.CatalogImport source: shared objects file");

            // Cut short, as a full disk leaves it: Java 17 would crash.
            replace(archive, Arrays.copyOf(whole, whole.length / 3));
            assertSaysItsVersion(launch("", "--version"));

            replace(archive, new byte[whole.length]);
            assertSaysItsVersion(launch("", "--version"));

            Files.delete(size);
            assertSaysItsVersion(launch("", "--version"));
        } finally {
            Files.deleteIfExists(archive);
            Files.deleteIfExists(size);
        }
    }

    @Test
    void isReplacedByTheProgramSoThatSignalsReachIt() throws IOException, InterruptedException {
        Process process = start(launcher("", "sandbox", "--port", "0"));
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).startsWith("Sandbox ready");
            assertThat(process.info().command())
                    .hasValueSatisfying(command -> assertThat(command).endsWith("/java"));

            process.destroy();

            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysWhatIsMissingWhereThereIsNoJava() throws IOException, InterruptedException {
        ProcessBuilder launcher = launcher("", "--version");
        launcher.environment().put("JAVA_HOME", "/no/such");

        assertThat(end(start(launcher)))
                .isEqualTo(new Ended(
                        78,
                        "",
                        "catalog-import: there is no /no/such/bin/java; set JAVA_HOME, or put Java 17 or later on"
                                + " PATH.\n"));
    }

    /** And nothing else, on stdout or stderr. */
    private static void assertSaysItsVersion(Ended ended) {
        assertThat(ended.out()).matches(VERSION);
        assertThat(ended).isEqualTo(new Ended(0, ended.out(), ""));
    }

    private static Ended launch(String options, String... arguments) throws IOException, InterruptedException {
        return end(start(launcher(options, arguments)));
    }

    private static ProcessBuilder launcher(String options, String... arguments) {
        List<String> command =
                append(List.of("sh", app.resolve("catalog-import").toString()), arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().put("JAVA_HOME", JAVA_HOME);
        builder.environment().put("CATALOG_IMPORT_OPTS", options);
        return builder;
    }

    private static List<String> append(List<String> some, String... others) {
        return Stream.concat(some.stream(), Stream.of(others)).toList();
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        return builder.redirectError(root.resolve("err").toFile()).start();
    }

    private static Ended end(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(root.resolve("err")));
    }

    /** Java makes archives that nobody may write to. */
    private static void replace(Path archive, byte[] content) throws IOException {
        Files.delete(archive);
        Files.write(archive, content);
    }
}
