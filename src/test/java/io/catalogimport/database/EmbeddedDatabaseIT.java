package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EmbeddedDatabaseIT {
    private final Path directory;

    private static final LockHolder SELF =
            new LockHolder("host", 4711, "mappings.csv", Instant.parse("2026-03-01T12:00:00Z"));

    EmbeddedDatabaseIT(@TempDir Path root) {
        directory = root.resolve("state of ours");
        UnpackedServer.putInto(directory);
    }

    @Test
    void refusesWhereNothingCanBeKept() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> EmbeddedDatabase.tryStart(file, SELF))
                .isInstanceOf(UnusableStateDirectoryException.class)
                .hasMessageContaining("--state-dir");
    }

    @Test
    void keepsItsDataFromStartToStart() throws IOException {
        try (EmbeddedDatabase first = start()) {
            remember(first.jdbcUrl(), "a row");
        }

        try (EmbeddedDatabase second = start()) {
            assertThat(remembered(second.jdbcUrl())).containsExactly("a row");
        }
    }

    @Test
    void doesNotTradeDurabilityForSpeedAndListensToThisMachineOnly() throws IOException {
        try (EmbeddedDatabase database = start()) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "full_page_writes")).isEqualTo("on");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void letsNobodyInWithoutThePasswordThatOnlyItsOwnerCanRead() throws IOException {
        try (EmbeddedDatabase database = start()) {
            PGSimpleDataSource other = new PGSimpleDataSource();
            other.setUrl(database.jdbcUrl());
            other.setPassword("guessed");

            assertThatThrownBy(other::getConnection)
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("28P01"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void demandsThePasswordFromItsFirstMomentOn() throws IOException {
        start().close();
        Files.writeString(directory.resolve("postgresql/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");

        start().close();

        assertThat(directory.resolve("postgresql/pg_hba.conf"))
                .content()
                .contains("scram-sha-256")
                .doesNotContain("trust");
    }

    @Test
    void findsItsDataAgainWhenThePasswordWasLost() throws IOException {
        try (EmbeddedDatabase first = start()) {
            remember(first.jdbcUrl(), "a row");
        }
        Files.delete(directory.resolve("password"));

        try (EmbeddedDatabase second = start()) {
            assertThat(remembered(second.jdbcUrl())).containsExactly("a row");
        }
    }

    @Test
    void takesItsFilesBackFromOthers() throws IOException {
        start().close();
        Files.setAttribute(directory.resolve("postgresql"), "unix:mode", 02770);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxr-x"));
        Files.setPosixFilePermissions(directory.resolve("password"), PosixFilePermissions.fromString("rw-rw----"));

        start().close();

        assertThat(permissions("")).isEqualTo("rwx------");
        assertThat(permissions("postgresql")).isEqualTo("rwx------");
        assertThat(permissions("server")).isEqualTo("rwx------");
        assertThat(permissions("password")).isEqualTo("rw-------");
        assertThat(permissions("lock")).isEqualTo("rw-------");
    }

    @Test
    void tellsAtOnceAndInPostgresWordsWhyItDoesNotStart() throws IOException {
        start().close();
        Files.writeString(directory.resolve("postgresql/PG_VERSION"), "15\n");
        long before = System.nanoTime();

        assertThatThrownBy(this::start)
                .isInstanceOf(UnusableStateDirectoryException.class)
                .hasMessageContainingAll(
                        directory.toString(),
                        "FATAL: database files are incompatible with server",
                        "PostgreSQL version 15",
                        "--state-dir",
                        "SPRING_DATASOURCE_URL");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void beginsAgainWhereAKillHasLeftHalfADataDirectory() throws IOException {
        Files.createDirectories(directory.resolve("postgresql.new/base"));
        Files.createDirectory(directory.resolve("postgresql"));

        try (EmbeddedDatabase database = start()) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
        }

        assertThat(directory.resolve("postgresql.new")).doesNotExist();
    }

    @Test
    void startsAlthoughTheNumberOfItsLastServerIsAnotherProcessesByNow() throws Exception {
        Path other = directory.resolveSibling("other");
        UnpackedServer.putInto(other);
        start().close();
        try (EmbeddedDatabase unrelated = EmbeddedDatabase.tryStart(other, SELF).orElseThrow()) {
            String number = Files.readAllLines(other.resolve("postgresql/postmaster.pid"))
                    .get(0)
                    .strip();
            List<String> lines = new ArrayList<>(Files.readAllLines(other.resolve("postgresql/postmaster.pid")));
            lines.set(1, directory.resolve("postgresql").toRealPath().toString());
            Files.write(directory.resolve("postgresql/postmaster.pid"), lines);

            start().close();

            assertThat(ProcessHandle.of(Long.parseLong(number)))
                    .as("the unrelated server")
                    .get()
                    .matches(ProcessHandle::isAlive);
            assertThat(unrelated.jdbcUrl()).isNotEmpty();
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() throws IOException {
        try (EmbeddedDatabase first = start()) {
            assertThat(EmbeddedDatabase.tryStart(directory, SELF)).isEmpty();

            assertThat(setting(first, "fsync"))
                    .as("the first one is not disturbed")
                    .isEqualTo("on");
        }
    }

    @Test
    void refusesADirectoryThatAnotherProcessUses() throws Exception {
        Process other = startProcess();
        try {
            urlOf(other);

            assertThat(EmbeddedDatabase.tryStart(directory, SELF)).isEmpty();
            assertThat(EmbeddedDatabase.holder(directory))
                    .get()
                    .extracting(LockHolder::process)
                    .isEqualTo(other.pid());
        } finally {
            other.getOutputStream().close();
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsTheServerOfAKilledProcessAndFindsItsData() throws Exception {
        Process killed = startProcess();
        String orphan = urlOf(killed);
        remember(orphan, "written before the end");
        killed.destroyForcibly().waitFor();
        assertThat(remembered(orphan)).as("the server has outlived its process").hasSize(1);

        try (EmbeddedDatabase database = start()) {
            assertThat(remembered(database.jdbcUrl())).containsExactly("written before the end");
        }
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    private Process startProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedDatabaseProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String urlOf(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith("jdbc:")) {
            line = output.readLine();
        }
        assertThat(line).as("where the other process's database is").isNotNull();
        return line;
    }

    private void remember(String url, String text) {
        JdbcClient jdbc = client(url);
        jdbc.sql("create table memory (content text)").update();
        jdbc.sql("insert into memory values (?)").param(text).update();
    }

    private List<String> remembered(String url) {
        return client(url).sql("select content from memory").query(String.class).list();
    }

    private String setting(EmbeddedDatabase database, String name) {
        return client(database.jdbcUrl())
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private String password() {
        try {
            return Files.readString(directory.resolve("password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JdbcClient client(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setPassword(password());
        return JdbcClient.create(source);
    }

    private EmbeddedDatabase start() throws IOException {
        return EmbeddedDatabase.tryStart(directory, SELF).orElseThrow();
    }
}
