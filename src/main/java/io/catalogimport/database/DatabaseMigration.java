package io.catalogimport.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Makes our tables, or brings them up to date, in a database that is known to fit. The checks come first because the
 * migration itself needs a session of its own, and because nothing may be left in a database that is not for us.
 */
public final class DatabaseMigration {
    private static final String DUPLICATE_TABLE = "42P07";
    private static final String NO_PRIVILEGE = "42501";

    /** The version of V2__ledger.sql. */
    private static final MigrationVersion LEDGER = MigrationVersion.fromVersion("2");

    private final Flyway flyway;
    private final DataSource database;

    public DatabaseMigration(Flyway flyway) {
        this.flyway = flyway;
        this.database = flyway.getConfiguration().getDataSource();
    }

    /**
     * Checks the database, then migrates it.
     *
     * @throws UnusableDatabaseException if the database, its user or a pooler in between must be changed first
     * @throws ReadOnlyDatabaseException if the database takes no changes now
     */
    public void run() {
        DatabaseFacts facts = facts();
        new DatabaseCheck(facts).requireUsable();
        try {
            inTurn(flyway::migrate);
        } catch (FlywayValidateException e) {
            throw new UnusableDatabaseException(notOurs(facts, e), e);
        } catch (FlywayException e) {
            Optional<UnusableDatabaseException> refusal = refusal(facts, e);
            throw refusal.isPresent() ? refusal.get() : e;
        }
    }

    /** Processes that start together would meet in the making of the first tables, and Flyway's own lock is in one of them. */
    private void inTurn(Runnable migration) {
        try (Connection connection = database.getConnection();
                Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('catalog-import migration', 0))");
            try {
                migration.run();
            } finally {
                lock.execute("select pg_advisory_unlock(hashtextextended('catalog-import migration', 0))");
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Migrating the database", null, e);
        }
    }

    private DatabaseFacts facts() {
        try {
            new SessionCheck(database).requireSessionsOfOurOwn();
            try (Connection connection = database.getConnection()) {
                return DatabaseFacts.of(connection);
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("Checking the database", null, e);
        }
    }

    private String notOurs(DatabaseFacts facts, FlywayValidateException e) {
        List<MigrationInfo> applied = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isApplied())
                .toList();
        if (applied.stream().anyMatch(DatabaseMigration::isOfDevelopment)) {
            return "The tables in %s were made by a development version of catalog-import, before version 0.1.0. They cannot be brought up to date. First let that version finish what it has in flight. Then name another schema with ?currentSchema=NAME in SPRING_DATASOURCE_URL or, for the embedded database, another directory with --state-dir. Stacks that were imported before are found as ALREADY_IMPORTED."
                    .formatted(facts.place());
        }
        return applied.stream()
                .filter(migration -> !migration.getState().isResolved())
                .reduce((older, newer) -> newer)
                .map(migration ->
                        "The tables in %s were written by a newer version of catalog-import (schema version %s). Use that version, or name another schema with ?currentSchema=NAME in SPRING_DATASOURCE_URL."
                                .formatted(facts.place(), migration.getVersion()))
                .orElseGet(() ->
                        "The tables in %s are not those of this version of catalog-import: %s. Name another schema with ?currentSchema=NAME in SPRING_DATASOURCE_URL."
                                .formatted(
                                        facts.place(),
                                        String.valueOf(e.getMessage()).strip()));
    }

    /** Before the first release, the ledger was made by other scripts. */
    private static boolean isOfDevelopment(MigrationInfo migration) {
        return LEDGER.equals(migration.getVersion()) && !migration.isChecksumMatching();
    }

    private static Optional<UnusableDatabaseException> refusal(DatabaseFacts facts, FlywayException e) {
        DatabaseCheck words = new DatabaseCheck(facts);
        return SqlCause.of(e)
                .flatMap(cause -> switch (SqlCause.state(cause)) {
                    case DUPLICATE_TABLE -> Optional.of(words.ofAnother(SqlCause.text(cause)));
                    case NO_PRIVILEGE -> Optional.of(words.mayNotChange(SqlCause.text(cause)));
                    default -> Optional.<String>empty();
                })
                .map(sentence -> new UnusableDatabaseException(sentence, e));
    }
}
