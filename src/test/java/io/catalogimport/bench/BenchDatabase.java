package io.catalogimport.bench;

import io.catalogimport.database.EmbeddedDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database for the program, and what can be read in it: by two sessions that stay, for a new one costs more than its query. */
record BenchDatabase(String url, String name, String password, JdbcClient jdbc, JdbcClient own, DatabaseCpu cpu) {
    private static final String USER = "postgres";

    private static final String HAS_LEDGER = "select /* ours */ to_regclass('mapping_ledger') is not null";

    private static final String EXPENSE = """
            select /* ours */
                   (select count(*) from mapping_ledger where state = 'IMPORTED') as imports,
                   (select sum(calls) from pg_stat_statements
                     where dbid = (select oid from pg_database where datname = current_database())
                       and query not like 'select /* ours */%') as statements,
                   cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint) as commits
            """;

    static BenchDatabase create(EmbeddedDatabase server, String name) throws IOException {
        String maintenance = server.jdbcUrl().replaceAll("\\?.*", "");
        JdbcClient jdbc = client(maintenance, server.password());
        jdbc.sql("create database " + name).update();
        String url = maintenance.replaceAll("/[^/]*$", "/" + name);
        JdbcClient own = client(url, server.password());
        own.sql("create extension pg_stat_statements").update();
        return new BenchDatabase(url, name, server.password(), jdbc, own, DatabaseCpu.of(jdbc));
    }

    /** Has the server count statements from its next start on. */
    static void countStatements(EmbeddedDatabase server) {
        client(server.jdbcUrl(), server.password())
                .sql("alter system set shared_preload_libraries = 'pg_stat_statements'")
                .update();
    }

    private static JdbcClient client(String url, String password) {
        return JdbcClient.create(new SingleConnectionDataSource(url, USER, password, true));
    }

    /** The settings by which the program finds it. */
    Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", USER,
                "SPRING_DATASOURCE_PASSWORD", password);
    }

    /** How many connections clients have to it, without our own. */
    int connections() {
        return jdbc.sql(
                        "select count(*) - 1 from pg_stat_activity where datname = ? and backend_type = 'client backend'")
                .param(name)
                .query(Integer.class)
                .single();
    }

    /** How long the job's last step of that name took. */
    Duration step(String stepName) {
        return seconds("""
                select extract(epoch from end_time - start_time) from batch_step_execution
                 where step_name = '%s' order by step_execution_id desc limit 1
                """.formatted(stepName));
    }

    /** From the first submission of the latest run until the ledger had the end of the last import. */
    Duration importing() {
        return seconds("""
                select extract(epoch from max(finished_at) - min(started_at)) from mapping_ledger
                 where state = 'IMPORTED' and run_id = (select max(run_id) from mapping_ledger)
                """);
    }

    /** What imports have cost so far; empty before there is a ledger. Our own statements are left out. */
    Optional<Expense> expense(Duration program, Duration sandbox) {
        if (!own.sql(HAS_LEDGER).query(Boolean.class).single()) {
            return Optional.empty();
        }
        return own.sql(EXPENSE)
                .query((row, number) -> new Expense(
                        row.getLong("imports"),
                        row.getLong("statements"),
                        row.getLong("commits"),
                        program,
                        sandbox,
                        cpu.soFar()))
                .optional();
    }

    private Duration seconds(String query) {
        double seconds = own.sql(query).query(Double.class).single();
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
