package io.catalogimport.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;

/** Looks at a database as each start does before it makes or changes a table, and says what was found. Changes nothing. */
public final class DatabaseExam {
    /** The last migration. A test compares it with the scripts. */
    static final int SCHEMA_VERSION = 2;

    private static final String NEWEST =
            "select version from catalog_import_schema_history where success order by installed_rank desc limit 1";

    private final DataSource database;
    private final List<Point> points = new ArrayList<>();

    private DatabaseExam(DataSource database) {
        this.database = database;
    }

    /**
     * One thing that was looked at.
     *
     * @param name what was looked at
     * @param said what was found, if it is good
     * @param problem why the program cannot work with it; null if it can
     */
    public record Point(String name, String said, @Nullable RuntimeException problem) {}

    /** From the first problem on, the rest is not looked at. */
    public static List<Point> of(DataSource database) {
        DatabaseExam exam = new DatabaseExam(database);
        try {
            exam.take();
        } catch (UnusableDatabaseException | ReadOnlyDatabaseException e) {
            exam.points.add(new Point("database", "", e));
        } catch (SQLException e) {
            exam.points.add(new Point("database", "", new UncategorizedSQLException("Checking the database", null, e)));
        }
        return List.copyOf(exam.points);
    }

    private void take() throws SQLException {
        try (Connection connection = database.getConnection()) {
            DatabaseFacts facts = DatabaseFacts.of(connection);
            good("database", "%s is reached as user %s".formatted(facts.place(), facts.user()));
            DatabaseCheck check = new DatabaseCheck(facts);
            check.requireUsable();
            good("database version", "PostgreSQL %d with encoding %s".formatted(facts.version(), facts.encoding()));
            good(
                    "database privileges",
                    facts.mayCreate()
                            ? "user %s may make and use the tables".formatted(facts.user())
                            : "user %s may use the tables, but not make them: start each new version once as %s"
                                    .formatted(facts.user(), facts.historyOwner()));
            if (facts.historyOwner() == null) {
                good("database tables", "none yet: the first plan or import makes them");
            } else {
                requireSchema(connection, facts);
            }
        }
        new SessionCheck(database).requireSessionsOfOurOwn();
        good("database sessions", "each connection has a session of its own");
    }

    private void requireSchema(Connection connection, DatabaseFacts facts) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            int version = row.next() ? row.getInt("version") : 0;
            if (version > SCHEMA_VERSION) {
                throw new UnusableDatabaseException(
                        "The tables in %s were written by a newer version of catalog-import (schema version %d). Use that version, or name another schema with ?currentSchema=NAME in SPRING_DATASOURCE_URL."
                                .formatted(facts.place(), version));
            }
            good(
                    "database tables",
                    version == SCHEMA_VERSION
                            ? "schema version %d, which is that of this program".formatted(version)
                            : "schema version %d: the next plan or import brings it to version %d"
                                    .formatted(version, SCHEMA_VERSION));
        }
    }

    private void good(String name, String said) {
        points.add(new Point(name, said, null));
    }
}
