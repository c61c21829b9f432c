package io.catalogimport.cli;

import io.catalogimport.database.PostgresDatabase;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own for each test, still without tables, on a server that asks its user for a password. */
public final class OperatorDatabase {
    static final String USER = "operator";

    /** Started when the first test asks for it. */
    private static final class CommonServer {
        static final String URL = withPassword(new PostgresDatabase().jdbcUrl());
    }

    private final String url;

    /** On the one server of all tests. */
    OperatorDatabase() {
        this(CommonServer.URL);
    }

    private OperatorDatabase(String server) {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        client(server).sql("create database %s owner %s".formatted(name, USER)).update();
        this.url = server.replace("/postgres?", "/" + name + "?");
    }

    /** On a server that no other test uses, reached as a user who may do anything. */
    public static OperatorDatabase on(String server) {
        return new OperatorDatabase(withPassword(server));
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
    public JdbcClient jdbc() {
        return client(url);
    }

    /** Ends all sessions of the program, as a fail-over does; the new ones meet a standby. */
    void takeNoChanges() {
        setReadOnly("on");
    }

    void takeChangesAgain() {
        setReadOnly("off");
    }

    private void setReadOnly(String setting) {
        jdbc().sql("alter role %s in database %s set default_transaction_read_only = %s"
                        .formatted(USER, url().replaceFirst(".*/", ""), setting))
                .update();
        jdbc().sql("select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                        + " where datname = current_database() and usename = '" + USER + "'")
                .query(Boolean.class)
                .list();
    }

    /** The state of the row whose provisioned product is to have this name. */
    String state(String provisionedProductName) {
        return jdbc().sql("select state from mapping_ledger where provisioned_product_name = ?")
                .param(provisionedProductName)
                .query(String.class)
                .single();
    }

    /** How the starts of the job have ended, in Batch's words, the first start first. */
    public List<String> executions() {
        return jdbc().sql("select status from batch_job_execution order by job_execution_id")
                .query(String.class)
                .list();
    }

    private static String withPassword(String server) {
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
