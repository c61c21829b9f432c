package io.catalogimport.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL that comes with the program, for those who have none: it listens on loopback only, and its data stays
 * in a directory, so that a restart finds them again. One process at a time may use a directory.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final StateDirectoryLock lock;
    private final EmbeddedPostgres postgres;

    private final String password;

    private EmbeddedDatabase(StateDirectoryLock lock, EmbeddedPostgres postgres, String password) {
        this.lock = lock;
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * Starts the server on the data in this directory, which is made if there is none.
     *
     * @return empty if another process works with the directory
     * @throws UnusableStateDirectoryException if nothing can be kept there
     */
    public static Optional<EmbeddedDatabase> tryStart(Path directory, LockHolder self) throws IOException {
        Optional<StateDirectoryLock> lock = lock(directory, self);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path data = directory.resolve("postgresql").toAbsolutePath();
            DatabasePassword password = DatabasePassword.in(directory);
            EmbeddedPostgres postgres = startServer(data, password);
            password.demand(postgres, data);
            return Optional.of(new EmbeddedDatabase(lock.get(), postgres, password.text()));
        } catch (IOException | RuntimeException e) {
            lock.get().close();
            throw e;
        }
    }

    /** Who works with the directory; empty if that is not known. */
    public static Optional<LockHolder> holder(Path directory) {
        return StateDirectoryLock.holder(directory);
    }

    private static Optional<StateDirectoryLock> lock(Path directory, LockHolder self) {
        try {
            Files.createDirectories(directory);
            return StateDirectoryLock.tryTake(directory, self);
        } catch (IOException e) {
            throw new UnusableStateDirectoryException(directory, e);
        }
    }

    /** The library is made for tests and trades durability for speed; a ledger must not. */
    private static EmbeddedPostgres startServer(Path data, DatabasePassword password) throws IOException {
        stopOrphan(data);
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password.text())
                .start();
    }

    /** Where the server is reached, as user {@code postgres}. */
    public String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** Without it, the other users of this machine can do nothing with the server. */
    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            postgres.close();
        }
    }

    /** A killed process leaves its server running; nobody else can be using it, since the lock was free. */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = Files.readAllLines(pidFile).stream()
                .limit(1)
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .findFirst()
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (orphan.isEmpty()) {
            return;
        }
        orphan.get().destroy();
        try {
            orphan.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "The database server that an earlier run left behind (process "
                            + orphan.get().pid() + ") does not end: end it, then run again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while ending the database server of an earlier run", e);
        }
    }
}
