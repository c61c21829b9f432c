package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.DatabaseExam.Point;
import io.catalogimport.ledger.LedgerVisit;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseExamIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @Test
    void findsNoProblemInADatabaseOfThisVersion() {
        List<Point> points = DatabaseExam.of(DATABASE.dataSource());

        assertThat(points).extracting(Point::problem).containsOnlyNulls();
        assertThat(points)
                .extracting(Point::name)
                .containsExactly(
                        "database", "database version", "database privileges", "database tables", "database sessions");
    }

    @Test
    void knowsTheVersionOfTheLastScript() {
        MigrationInfo current =
                PostgresDatabase.flyway(DATABASE.dataSource()).load().info().current();

        assertThat(Objects.requireNonNull(current.getVersion()).getVersion())
                .isEqualTo(String.valueOf(DatabaseExam.SCHEMA_VERSION));
    }

    @Test
    void saysThatTheTablesAreOfANewerVersion() throws SQLException {
        DataSource newer = DATABASE.emptyDatabase("of_a_newer_version");
        PostgresDatabase.migrate(newer);
        JdbcClient.create(newer)
                .sql("update catalog_import_schema_history set version = '9' where version = '2'")
                .update();

        List<Point> points = DatabaseExam.of(newer);

        assertThat(points.get(points.size() - 1).problem()).hasMessageContaining("newer version of catalog-import");
    }

    @Test
    void saysWhatARestrictedUserMayNotDo() throws SQLException {
        DataSource empty = DATABASE.emptyDatabase("of_a_restricted_user");
        JdbcClient jdbc = JdbcClient.create(empty);
        for (String statement :
                List.of("create role exam_reader login", "revoke create on schema public from public")) {
            jdbc.sql(statement).update();
        }
        String url = DATABASE.jdbcUrl()
                .replace("/postgres?", "/of_a_restricted_user?")
                .replaceAll("user=\\w+", "");

        List<Point> points = new LedgerVisit(url, "exam_reader", null).exam();

        assertThat(points.get(points.size() - 1).problem())
                .hasMessageContaining("User exam_reader may not create tables in schema public");
    }
}
