package io.catalogimport.cli;

import io.catalogimport.ledger.PostgresDatabase;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own for each test, still without tables, on the one server, which asks its user for a password. */
final class OperatorDatabase {
    static final String USER = "operator";

    private static final String SERVER = withPassword();

    private final String url;

    OperatorDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        client(SERVER).sql("create database %s owner %s".formatted(name, USER)).update();
        this.url = SERVER.replace("/postgres?", "/" + name + "?");
    }

    /** For the program: without a user. */
    String url() {
        return url.replaceAll("\\?.*", "");
    }

    /** The same, through a relay on this port. */
    String url(int port) {
        return url().replaceFirst(":\\d+/", ":" + port + "/");
    }

    int port() {
        return URI.create(url().substring("jdbc:".length())).getPort();
    }

    /** For the test: may do anything. */
    JdbcClient jdbc() {
        return client(url);
    }

    /** The state of the row whose provisioned product is to have this name. */
    String state(String provisionedProductName) {
        return jdbc().sql("select state from mapping_ledger where provisioned_product_name = ?")
                .param(provisionedProductName)
                .query(String.class)
                .single();
    }

    /** How the starts of the job have ended, in Batch's words, the first start first. */
    List<String> executions() {
        return jdbc().sql("select status from batch_job_execution order by job_execution_id")
                .query(String.class)
                .list();
    }

    private static String withPassword() {
        String server = new PostgresDatabase().jdbcUrl();
        JdbcClient jdbc = client(server);
        jdbc.sql("create role %s login password '%s'".formatted(USER, Program.SECRET))
                .update();
        String rules = jdbc.sql("show hba_file").query(String.class).single();
        jdbc.sql("copy (values ('host all %s all scram-sha-256'), ('host all all all trust')) to '%s'"
                        .formatted(USER, rules))
                .update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
        awaitRefusal(server.replace("user=postgres", "user=" + USER));
        return server;
    }

    /** The server reads its rules again in its own time. */
    private static void awaitRefusal(String urlWithoutPassword) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (isAccepted(urlWithoutPassword)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The server does not ask for a password");
            }
        }
    }

    private static boolean isAccepted(String url) {
        try {
            source(url).getConnection().close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static JdbcClient client(String url) {
        return JdbcClient.create(source(url));
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }
}
