package io.catalogimport.launch;

import io.catalogimport.ledger.EmbeddedDatabase;
import io.catalogimport.ledger.LockHolder;
import io.catalogimport.run.LockQueue;
import io.catalogimport.run.LockedException;
import io.catalogimport.run.RunOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The database for those who have none. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseNamed.class)
class EmbeddedDatabaseConfiguration {
    @Bean
    EmbeddedDatabase embeddedDatabase(RunOptions options, LockHolder thisProcess, LockQueue queue) {
        Path directory = options.stateDirectory();
        return queue.await(
                () -> start(directory, thisProcess),
                () -> LockedException.words(
                        "is using the state directory " + directory, EmbeddedDatabase.holder(directory)));
    }

    private static Optional<EmbeddedDatabase> start(Path directory, LockHolder self) {
        try {
            return EmbeddedDatabase.tryStart(directory, self);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
