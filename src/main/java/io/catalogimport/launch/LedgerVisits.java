package io.catalogimport.launch;

import io.catalogimport.aws.Pause;
import io.catalogimport.database.DatabaseExam;
import io.catalogimport.database.DatabaseOutage;
import io.catalogimport.database.EmbeddedDatabase;
import io.catalogimport.database.LockHolder;
import io.catalogimport.database.ServerLogin;
import io.catalogimport.ledger.LedgerVisit;
import io.catalogimport.run.HostName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way of commands that work on no run to the database. Where the embedded database is running for another process, they
 * use that server. Where it is not running, they start it for the length of the visit.
 */
public final class LedgerVisits {
    /** The file that a process names in the lock of the state directory while it only visits. */
    static final String VISITOR = "none, only a look at the database";

    /** How long a server may take to start or end. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final DatabaseSettings settings;
    private final Path stateDirectory;
    private final Clock clock;
    private final Pause pause;

    private LedgerVisits(DatabaseSettings settings, Path stateDirectory, Clock clock, Pause pause) {
        this.settings = settings;
        this.stateDirectory = stateDirectory;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * To the database that the user names, otherwise to the embedded one.
     *
     * @param pause by which a server is waited for that starts or ends
     */
    public static LedgerVisits to(Path stateDirectory, Clock clock, Pause pause) {
        return new LedgerVisits(DatabaseSettings.read(), stateDirectory, clock, pause);
    }

    /** Which database it is, in words. No password is in them. */
    public String place() {
        return settings.url() == null
                ? "embedded, in " + stateDirectory.toAbsolutePath().normalize()
                : settings.url().replaceFirst("\\?.*", "");
    }

    /** Reads, as {@link LedgerVisit#look}. Empty if there are no tables yet. */
    public <T> Optional<T> look(Function<JdbcClient, T> work) {
        return visit(ledger -> ledger.look(work));
    }

    /** The same for work that takes longer than a glance: the rows of a large run. */
    public <T> Optional<T> read(Function<JdbcClient, T> work) {
        return visit(ledger -> ledger.read(work));
    }

    /** Reads and writes, as {@link LedgerVisit#change}. Empty if there are no tables yet. */
    public <T> Optional<T> change(Function<JdbcClient, T> work) {
        return visit(ledger -> ledger.change(work));
    }

    /** Whether another process may be working on a run. Without one, an embedded database stays as it is. */
    public boolean isInUse() {
        return settings.url() != null
                || (EmbeddedDatabase.hasData(stateDirectory)
                        && EmbeddedDatabase.running(stateDirectory).isPresent());
    }

    /**
     * What the database is like; nothing if the embedded one is not there yet.
     *
     * @throws io.catalogimport.database.UnusableStateDirectoryException if it can never be there
     */
    List<DatabaseExam.Point> exam() {
        if (settings.url() == null && !EmbeddedDatabase.hasData(stateDirectory)) {
            EmbeddedDatabase.requireRoomFor(stateDirectory);
        }
        return visit(ledger -> Optional.of(ledger.exam())).orElse(List.of());
    }

    /** Several transactions one after the other. */
    <T> Optional<T> visit(Function<LedgerVisit, Optional<T>> work) {
        if (settings.url() != null) {
            return work.apply(new LedgerVisit(settings.url(), settings.user(), settings.password()));
        }
        return EmbeddedDatabase.hasData(stateDirectory) ? visitEmbedded(work) : Optional.empty();
    }

    private <T> Optional<T> visitEmbedded(Function<LedgerVisit, Optional<T>> work) {
        Instant deadline = clock.instant().plus(PATIENCE);
        while (true) {
            try (@Nullable EmbeddedDatabase own = started()) {
                Optional<ServerLogin> login =
                        own == null ? EmbeddedDatabase.running(stateDirectory) : Optional.of(own.login());
                if (login.isPresent()) {
                    return work.apply(visit(login.get()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                // The server that another process runs may be ending.
                if (!DatabaseOutage.isBehind(e) || clock.instant().isAfter(deadline)) {
                    throw e;
                }
            }
            if (clock.instant().isAfter(deadline) || !pause.waitFor(BETWEEN_TRIES)) {
                throw new DatabaseBusyException(stateDirectory);
            }
        }
    }

    private static LedgerVisit visit(ServerLogin login) {
        return new LedgerVisit(login.url(), login.user(), login.password());
    }

    private @Nullable EmbeddedDatabase started() throws IOException {
        LockHolder self =
                new LockHolder(HostName.ofThisMachine(), ProcessHandle.current().pid(), VISITOR, clock.instant());
        return EmbeddedDatabase.tryStart(stateDirectory, self).orElse(null);
    }
}
