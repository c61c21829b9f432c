package io.catalogimport.database;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL that comes with the program, for those who have none: it listens on loopback only, and its programs and
 * data stay in a directory, so that a restart finds them again. One process at a time may use a directory.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private final StateDirectoryLock lock;
    private final PostgresServer server;
    private final String jdbcUrl;
    private final String password;

    private EmbeddedDatabase(StateDirectoryLock lock, PostgresServer server, String jdbcUrl, String password) {
        this.lock = lock;
        this.server = server;
        this.jdbcUrl = jdbcUrl;
        this.password = password;
    }

    /**
     * Starts the server on the data in this directory, which is made if there is none.
     *
     * @return empty if another process works with the directory
     * @throws UnusableStateDirectoryException if it cannot run or keep anything there
     */
    public static Optional<EmbeddedDatabase> tryStart(Path directory, LockHolder self) throws IOException {
        try {
            StateDirectory state = StateDirectory.open(directory);
            Optional<StateDirectoryLock> lock = StateDirectoryLock.tryTake(state.path(), self);
            return lock.isEmpty() ? Optional.empty() : Optional.of(start(state, lock.get()));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableStateDirectoryException(directory, e);
        }
    }

    /** Whether there may be data in the directory: there are some, or this user may not look into it. */
    public static boolean hasData(Path directory) {
        boolean isClosed = Files.exists(directory) && !Files.isExecutable(directory);
        return isClosed || Files.isDirectory(directory.resolve(StateDirectory.DATA));
    }

    /**
     * Looks whether a directory that is not there yet can be made. Makes nothing.
     *
     * @throws UnusableStateDirectoryException if it cannot
     */
    public static void requireRoomFor(Path directory) {
        Path place = directory.toAbsolutePath().normalize();
        while (place.getParent() != null && !Files.exists(place)) {
            place = place.getParent();
        }
        if (!Files.isDirectory(place)) {
            throw new UnusableStateDirectoryException(directory, new FileAlreadyExistsException(place.toString()));
        }
        if (!Files.isWritable(place)) {
            throw new UnusableStateDirectoryException(directory, new AccessDeniedException(place.toString()));
        }
    }

    /** A way into the server that another process runs on the directory; empty while it starts or ends. */
    public static Optional<ServerLogin> running(Path directory) {
        try {
            return RunningServer.in(StateDirectory.open(directory))
                    .map(server -> new ServerLogin(server.jdbcUrl(), PostgresServer.USER, server.password()));
        } catch (IOException e) {
            throw new UnusableStateDirectoryException(directory, e);
        }
    }

    /** A way into this server. */
    public ServerLogin login() {
        return new ServerLogin(jdbcUrl, PostgresServer.USER, password);
    }

    /** Who works with the directory; empty if that is not known. */
    public static Optional<LockHolder> holder(Path directory) {
        return StateDirectoryLock.holder(directory);
    }

    private static EmbeddedDatabase start(StateDirectory state, StateDirectoryLock lock) throws IOException {
        try {
            new OrphanedServer(state.data()).end();
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            Path programs = new PostgresPrograms(state.programs(), PostgresArchive.forThisMachine(), temporary).ready();
            DatabasePassword password = DatabasePassword.in(state.password());
            PostgresServer server = new PostgresServer(new ServerCommand(programs), state.data(), password);
            return new EmbeddedDatabase(lock, server, server.start(), password.text());
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Where the server is reached, as user {@code postgres}. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** Without it, the other users of this machine can do nothing with the server. */
    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            server.stop();
        }
    }
}
