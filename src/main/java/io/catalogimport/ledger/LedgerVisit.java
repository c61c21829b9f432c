package io.catalogimport.ledger;

import io.catalogimport.database.DatabaseExam;
import io.catalogimport.database.SlowDatabaseException;
import io.catalogimport.database.SqlCause;
import io.catalogimport.database.UnusableDatabaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Short visits to the ledger by a process that works on no run. Each visit is one transaction on a connection of its own, which
 * is closed afterwards. A visit takes no advisory lock and makes no table, so that it never disturbs a run.
 */
public final class LedgerVisit {
    /** The tables or columns that this version expects are not there. */
    private static final List<String> OTHER_TABLES = List.of("42P01", "42703");

    /** The server ended a statement because it took too long. */
    private static final String CANCELED = "57014";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LONG_LIMIT = Duration.ofMinutes(30);

    private final String url;
    private final Duration limit;
    private final SimpleDriverDataSource database;

    /** The database of this URL. */
    public LedgerVisit(String url, @Nullable String user, @Nullable String password) {
        this(url, user, password, LIMIT);
    }

    /** @param limit how long a visit may take */
    LedgerVisit(String url, @Nullable String user, @Nullable String password, Duration limit) {
        Properties settings = new Properties();
        settings.setProperty("connectTimeout", "3");
        settings.setProperty("socketTimeout", "60");
        settings.setProperty("ApplicationName", "catalog-import (visit)");
        if (user != null) {
            settings.setProperty("user", user);
        }
        if (password != null) {
            settings.setProperty("password", password);
        }
        this.url = url;
        this.limit = limit;
        this.database = new SimpleDriverDataSource(new Driver(), url, settings);
    }

    /** The URL without its settings, among which a password may be. */
    private String place() {
        return url.replaceFirst("\\?.*", "");
    }

    /**
     * Reads. All statements see the same moment, and the server refuses every change.
     *
     * @return empty if the database has no tables of this program yet
     * @throws UnusableDatabaseException if the tables are those of another version
     * @throws SlowDatabaseException if it takes too long
     */
    public <T> Optional<T> look(Function<JdbcClient, T> work) {
        return visit(readOnly(), work, limit);
    }

    /** The same for work that takes longer than a glance. */
    public <T> Optional<T> read(Function<JdbcClient, T> work) {
        return visit(readOnly(), work, LONG_LIMIT);
    }

    private static DefaultTransactionDefinition readOnly() {
        DefaultTransactionDefinition look = new DefaultTransactionDefinition();
        look.setReadOnly(true);
        look.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return look;
    }

    /** Reads and writes, otherwise as {@link #look}. */
    public <T> Optional<T> change(Function<JdbcClient, T> work) {
        return change(work, limit);
    }

    /** The same for work that may take longer than a visit usually may. */
    public <T> Optional<T> change(Function<JdbcClient, T> work, Duration longer) {
        return visit(new DefaultTransactionDefinition(), work, longer);
    }

    /** What the database is like. */
    public List<DatabaseExam.Point> exam() {
        return DatabaseExam.of(database);
    }

    private <T> Optional<T> visit(DefaultTransactionDefinition kind, Function<JdbcClient, T> work, Duration atMost) {
        kind.setTimeout((int) atMost.toSeconds());
        JdbcClient jdbc = JdbcClient.create(database);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database), kind);
        try {
            return transaction.execute(status -> hasTables(jdbc) ? Optional.of(work.apply(jdbc)) : Optional.<T>empty());
        } catch (BadSqlGrammarException e) {
            SQLException cause = SqlCause.of(e).orElseThrow(() -> e);
            if (!OTHER_TABLES.contains(SqlCause.state(cause))) {
                throw e;
            }
            throw new UnusableDatabaseException(
                    "The tables in %s are not those of this version of catalog-import: %s. Use the version that works with them, or let the next plan or import of this version bring them up to date."
                            .formatted(place(), SqlCause.text(cause)),
                    e);
        } catch (TransactionTimedOutException e) {
            throw new SlowDatabaseException(place(), atMost, e);
        } catch (DataAccessException e) {
            if (SqlCause.of(e).map(SqlCause::state).filter(CANCELED::equals).isPresent()) {
                throw new SlowDatabaseException(place(), atMost, e);
            }
            throw e;
        }
    }

    private static boolean hasTables(JdbcClient jdbc) {
        return jdbc.sql("select to_regclass('mapping_run') is not null")
                .query(Boolean.class)
                .single();
    }
}
