package io.catalogimport.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that can go away and come back, on the same port and with the same data. */
final class RestartablePostgres implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;
    private int stops;

    /** How the server is stopped, by the signal that PostgreSQL knows it by. */
    enum StopMode {
        /** Clients are cut off, and what is under way is rolled back. */
        FAST("INT"),
        /** As if it had crashed: the next start has to recover. */
        IMMEDIATE("QUIT");

        private final String signal;

        StopMode(String signal) {
            this.signal = signal;
        }
    }

    RestartablePostgres(Path data) {
        this.data = data;
        this.server = launch(0);
        this.port = server.getPort();
    }

    /** As user {@code postgres} without a password. */
    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    void stop(StopMode mode) {
        try {
            Process postmaster = server.getProcess();
            new ProcessBuilder("kill", "-" + mode.signal, Long.toString(postmaster.pid())).start();
            if (!postmaster.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("PostgreSQL does not stop");
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        close();
        stops++;
    }

    void start() {
        server = launch(port);
    }

    /** How often it went away. */
    int stops() {
        return stops;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As durable as anybody's server, which the library by itself is not. */
    private EmbeddedPostgres launch(int onPort) {
        try {
            return EmbeddedPostgres.builder()
                    .setPort(onPort)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(LIMIT)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setLocaleConfig("locale", "C")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
