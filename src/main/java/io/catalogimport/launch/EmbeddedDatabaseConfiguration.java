package io.catalogimport.launch;

import io.catalogimport.aws.Pause;
import io.catalogimport.aws.StopRequestedException;
import io.catalogimport.database.EmbeddedDatabase;
import io.catalogimport.database.LockHolder;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.LockedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The database for those who have none. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseNamed.class)
class EmbeddedDatabaseConfiguration {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final int TRIES_BESIDE_VISITS = 80;

    @Bean
    EmbeddedDatabase embeddedDatabase(DatabaseDirectory place, LockHolder thisProcess, LockQueue queue, Pause pause) {
        Path directory = place.path();
        return queue.await(
                () -> start(directory, thisProcess, pause),
                () -> LockedException.words(
                        "is using the state directory " + directory, EmbeddedDatabase.holder(directory)));
    }

    /** A visit, such as that of status, is over soon and is no reason to give up. */
    private static Optional<EmbeddedDatabase> start(Path directory, LockHolder self, Pause pause) {
        try {
            Optional<EmbeddedDatabase> started = EmbeddedDatabase.tryStart(directory, self);
            for (int tries = 0; started.isEmpty() && isVisited(directory) && tries < TRIES_BESIDE_VISITS; tries++) {
                if (!pause.waitFor(BETWEEN_TRIES)) {
                    throw new StopRequestedException();
                }
                started = EmbeddedDatabase.tryStart(directory, self);
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isVisited(Path directory) {
        return EmbeddedDatabase.holder(directory)
                .filter(holder -> holder.file().equals(LedgerVisits.VISITOR))
                .isPresent();
    }

    @Bean
    JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return database.password();
            }

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }
        };
    }
}
