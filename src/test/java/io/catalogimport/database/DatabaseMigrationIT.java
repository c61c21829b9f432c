package io.catalogimport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.ledger.TransactionPooler;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases as operators have them: the user owns nothing, or something else is there already. */
class DatabaseMigrationIT {
    private static final PostgresDatabase SERVER = new PostgresDatabase();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private String name = "";

    @BeforeAll
    static void makeUser() {
        JdbcClient.create(SERVER.dataSource()).sql("create role app login").update();
    }

    @BeforeEach
    void makeDatabase() {
        name = "operators_" + DATABASES.incrementAndGet();
        SERVER.emptyDatabase(name);
    }

    @Test
    void aUserWhoMayMakeNoTables() {
        assertThatMigration(source("app"))
                .hasMessage("User app may not create tables in schema public of database " + name
                        + ": let its owner run GRANT CREATE, USAGE ON SCHEMA public TO app,"
                        + " or name a schema of its own with ?currentSchema=NAME in SPRING_DATASOURCE_URL.");

        owner("grant create, usage on schema public to app");
        assertThatCode(() -> migrate(source("app"))).doesNotThrowAnyException();
    }

    @Test
    void aSchemaThatMayOnlyBeReadComesFirst() {
        owner("create schema \"Read Only\"");
        owner("grant usage on schema \"Read Only\" to app");
        PGSimpleDataSource user = source("app");
        user.setCurrentSchema("\"Read Only\",public");

        assertThatMigration(user).hasMessageContaining("GRANT CREATE, USAGE ON SCHEMA \"Read Only\" TO app");
    }

    @Test
    void aSchemaThatDoesNotExist() {
        PGSimpleDataSource user = source("app");
        user.setCurrentSchema("missing");

        assertThatMigration(user)
                .hasMessageContaining("User app can use no schema of the search path (missing) of database " + name)
                .hasMessageContaining("CREATE SCHEMA missing AUTHORIZATION app");

        owner("create schema missing authorization app");
        assertThatCode(() -> migrate(user)).doesNotThrowAnyException();
    }

    @Test
    void tablesThatAnotherUserHasMade() {
        migrate(source("postgres"));

        assertThatMigration(source("app"))
                .hasMessageContaining("User app may not use the tables in schema public of database " + name)
                .hasMessageContaining("Connect as their owner postgres");

        owner("grant select, insert, update, delete on all tables in schema public to app");
        owner("grant usage on all sequences in schema public to app");
        assertThatCode(() -> migrate(source("app")))
                .as("without the right to make more")
                .doesNotThrowAnyException();
    }

    @Test
    void olderTablesThatAnotherUserHasMade() {
        migrate(source("postgres"));
        owner("grant all on all tables in schema public to app");
        owner("grant usage on all sequences in schema public to app");
        owner("grant create on schema public to app");

        assertThatThrownBy(() -> migrateLater(source("app")))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("User app may not bring the tables in schema public of database " + name)
                .hasMessageContaining("must be owner of table mapping_run")
                .hasMessageContaining("Start this version once as their owner postgres.");
    }

    @Test
    void olderTablesOfOurOwn() {
        PostgresDatabase.flyway(source("postgres")).target("1").load().migrate();

        migrate(source("postgres"));

        assertThat(tables()).contains("mapping_start");
    }

    @Test
    void tablesOfADevelopmentVersion() {
        migrate(source("postgres"));
        owner("update catalog_import_schema_history set checksum = 1 where version = '2'");
        owner("""
                insert into catalog_import_schema_history
                values (99, '11', 'no reference to run', 'SQL', 'V11__no_reference_to_run.sql', 1, 'postgres', now(), 1, true)
                """);

        assertThatMigration(source("postgres"))
                .hasMessageContaining("were made by a development version of catalog-import, before version 0.1.0")
                .hasMessageContaining("?currentSchema=NAME")
                .hasMessageContaining("--state-dir");
    }

    @Test
    void newerTablesOfOurOwn() {
        migrate(source("postgres"));
        owner("""
                insert into catalog_import_schema_history
                values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'postgres', now(), 1, true)
                """);

        assertThatMigration(source("postgres"))
                .hasMessageContaining("were written by a newer version of catalog-import (schema version 99)")
                .hasMessageContaining("Use that version");
    }

    @Test
    void tablesThatWereMadeInAnotherWay() {
        migrateLater(source("postgres"));
        owner("update catalog_import_schema_history set checksum = 1 where version = '3'");

        assertThatThrownBy(() -> migrateLater(source("postgres")))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("are not those of this version of catalog-import")
                .hasMessageContaining("?currentSchema=NAME");
    }

    @Test
    void tablesOfAnotherBatchApplication() {
        owner("create table batch_job_instance (job_instance_id bigint)");

        assertThatMigration(source("postgres"))
                .hasMessageContaining(
                        "Schema public of database %s holds tables of another program (batch_job_instance)", name)
                .hasMessageContaining("CREATE SCHEMA catalog_import AUTHORIZATION postgres")
                .hasMessageContaining("?currentSchema=catalog_import");
        assertThat(tables()).containsExactly("batch_job_instance");
    }

    @Test
    void tablesOfAnotherProgramThatComeInTheWayLater() {
        PostgresDatabase.flyway(source("postgres")).target("1").load().migrate();
        owner("create table lock_holder (id integer)");

        assertThatMigration(source("postgres"))
                .hasMessageContaining("holds tables of another program (relation \"lock_holder\" already exists)");
    }

    @Test
    void tablesOfAnotherProgramsOwnMigration() {
        owner("create table flyway_schema_history (installed_rank integer)");

        assertThatCode(() -> migrate(source("postgres"))).doesNotThrowAnyException();
    }

    @Test
    void anEncodingThatCannotHoldEveryCharacter() {
        owner("create database %s_latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0"
                .formatted(name));
        owner("create database %s_ascii encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0"
                .formatted(name));

        assertThatMigration(source("postgres", name + "_latin"))
                .hasMessageContaining("Database %s_latin has the encoding LATIN1", name)
                .hasMessageContaining("CREATE DATABASE %s_latin_utf8 ENCODING 'UTF8'", name);
        assertThatMigration(source("postgres", name + "_ascii")).hasMessageContaining("SQL_ASCII");
    }

    @Test
    void aServerThatTakesNoChanges() {
        PGSimpleDataSource standby = source("postgres");
        standby.setOptions("-c default_transaction_read_only=on");

        assertThatThrownBy(() -> migrate(standby))
                .isInstanceOf(ReadOnlyDatabaseException.class)
                .hasMessageContaining("Database %s is read-only", name)
                .matches(DatabaseOutage::isBehind);
    }

    @Test
    void aPoolerThatDoesNotKeepSessions() throws SQLException {
        try (TransactionPooler pooler = new TransactionPooler(source("postgres"), 3, false)) {
            assertThatMigration(pooler).hasMessageContaining("does not keep sessions");
        }
        assertThat(tables()).isEmpty();
    }

    private static AbstractThrowableAssert<?, ?> assertThatMigration(DataSource database) {
        return assertThatThrownBy(() -> migrate(database)).isInstanceOf(UnusableDatabaseException.class);
    }

    private static void migrate(DataSource database) {
        new DatabaseMigration(PostgresDatabase.flyway(database).load()).run();
    }

    /** As a later version does it, which changes a table. */
    private static void migrateLater(DataSource database) {
        new DatabaseMigration(PostgresDatabase.flyway(database)
                        .locations("classpath:db/migration", "classpath:db/later")
                        .load())
                .run();
    }

    private void owner(String statement) {
        JdbcClient.create(source("postgres")).sql(statement).update();
    }

    private List<String> tables() {
        return JdbcClient.create(source("postgres"))
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
    }

    private PGSimpleDataSource source(String user) {
        return source(user, name);
    }

    private static PGSimpleDataSource source(String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(SERVER.jdbcUrl());
        source.setUser(user);
        source.setDatabaseName(database);
        return source;
    }
}
