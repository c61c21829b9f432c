package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.MappingState;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @Test
    void hasSpringBatchsTablesAndOurs() {
        DataSource empty = DATABASE.emptyDatabase("schema_of_ours");

        PostgresDatabase.migrate(empty);

        assertThat(tables(empty))
                .contains("batch_job_instance", "batch_step_execution", "mapping_run", "mapping_ledger");
    }

    @Test
    void isKnownTableByTableToTheCheckOfTheDatabase() throws SQLException {
        DataSource database = DATABASE.emptyDatabase("schema_known");
        PostgresDatabase.migrate(database);

        try (Connection connection = database.getConnection()) {
            assertThat(DatabaseFacts.of(connection).tables())
                    .containsAll(tables(database).stream()
                            .filter(table -> !table.equals("catalog_import_schema_history"))
                            .toList());
        }
    }

    @Test
    void isMadeBesideTheTablesOfOthers() {
        DataSource shared = DATABASE.emptyDatabase("schema_shared");
        JdbcClient.create(shared).sql("create table of_others (id integer)").update();

        PostgresDatabase.migrate(shared);

        assertThat(tables(shared)).contains("of_others", "batch_job_instance", "mapping_ledger");
    }

    @Test
    void isMadeOnlyOnce() {
        DataSource database = DATABASE.emptyDatabase("schema_twice");
        PostgresDatabase.migrate(database);
        JdbcClient.create(database)
                .sql(
                        "insert into mapping_run (digest, file, columns, created_at, charset, byte_order_mark) values ('d', 'f', '{}', now(), 'UTF-8', false)")
                .update();

        PostgresDatabase.migrate(database);

        assertThat(JdbcClient.create(database)
                        .sql("select file from mapping_run")
                        .query(String.class)
                        .list())
                .containsExactly("f");
    }

    @Test
    void hasAnIndexOfExactlyTheStatesThatAreInFlight() {
        String index = DATABASE.jdbc()
                .sql("select indexdef from pg_indexes where indexname = 'mapping_ledger_in_flight'")
                .query(String.class)
                .single();

        assertThat(Pattern.compile("'([A-Z_]+)'").matcher(index).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        MappingState.IN_FLIGHT.stream().map(Enum::name).toList());
    }

    private static List<String> tables(DataSource database) {
        return JdbcClient.create(database)
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
    }
}
