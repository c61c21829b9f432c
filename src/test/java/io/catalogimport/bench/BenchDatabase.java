package io.catalogimport.bench;

import io.catalogimport.ledger.EmbeddedDatabase;
import java.time.Duration;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database for the program, and what can be read in it afterwards. */
record BenchDatabase(String url, String name, String password, JdbcClient jdbc) {
    private static final String USER = "postgres";

    static BenchDatabase create(EmbeddedDatabase server, String name) {
        String maintenance = server.jdbcUrl().replaceAll("\\?.*", "");
        client(maintenance, server.password()).sql("create database " + name).update();
        String url = maintenance.replaceAll("/[^/]*$", "/" + name);
        return new BenchDatabase(url, name, server.password(), client(maintenance, server.password()));
    }

    private static JdbcClient client(String url, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(USER);
        source.setPassword(password);
        return JdbcClient.create(source);
    }

    /** The settings by which the program finds it. */
    Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", USER,
                "SPRING_DATASOURCE_PASSWORD", password);
    }

    /** How many connections clients have to it. */
    int connections() {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = ? and backend_type = 'client backend'")
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

    private Duration seconds(String query) {
        double seconds = client(url, password).sql(query).query(Double.class).single();
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
