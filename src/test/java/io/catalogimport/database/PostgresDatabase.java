package io.catalogimport.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL with the project's schema: one server per JVM, which ends with it, and empty tables before each
 * test. Its sessions have another time zone than the JVM, so that a time that loses its zone on the way is noticed.
 */
public final class PostgresDatabase implements BeforeEachCallback {
    private static final String SESSION_TIME_ZONE = "Pacific/Chatham";

    /** Started when the first test asks for it. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = started();
        static final DataSource DATA_SOURCE = migratedPool();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        empty();
    }

    /** Empties all tables, as before each test. */
    public void empty() {
        List<String> tables = jdbc().sql("""
                        select quote_ident(tablename) from pg_tables
                         where schemaname = 'public' and tablename <> 'catalog_import_schema_history'
                        """).query(String.class).list();
        // A test that leaves a transaction open fails the next one at once, and does not hang it.
        template().execute("set lock_timeout = '10s'; truncate " + String.join(", ", tables) + " restart identity");
    }

    /** A pool of connections whose session time zone is not the JVM's. */
    public DataSource dataSource() {
        return Server.DATA_SOURCE;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(dataSource());
    }

    /** How many connections the pool has lent. */
    public int connectionsInUse() {
        return ((HikariDataSource) Server.DATA_SOURCE).getHikariPoolMXBean().getActiveConnections();
    }

    /** Where the same database is reached without the pool, as user {@code postgres} without a password. */
    public String jdbcUrl() {
        return Server.POSTGRES.getJdbcUrl("postgres", "postgres");
    }

    /** A new database of this name on the same server, without any tables. */
    public DataSource emptyDatabase(String name) {
        template().execute("create database " + name);
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    // Its data has to outlive no test.
                    .setServerConfig("fsync", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource migratedPool() {
        var config = new HikariConfig();
        config.setDataSource(Server.POSTGRES.getPostgresDatabase());
        config.setConnectionInitSql("set time zone '" + SESSION_TIME_ZONE + "'");
        config.setMaximumPoolSize(5);
        DataSource pool = new HikariDataSource(config);
        migrate(pool);
        return pool;
    }

    /** Makes the project's tables. */
    static void migrate(DataSource database) {
        flyway(database).load().migrate();
    }

    /** The migration with the settings of {@code application.yaml}. */
    static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(new SpringBatchSchema())
                .table("catalog_import_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ignoreMigrationPatterns(new String[0]);
    }
}
