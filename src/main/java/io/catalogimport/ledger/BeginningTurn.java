package io.catalogimport.ledger;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the processes of a run begin imports one after the other, where they have to be counted exactly. */
public final class BeginningTurn {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public BeginningTurn(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Counts and begins in one transaction, which nobody else does at the same time. */
    public <T> T take(Run run, Supplier<T> work) {
        return transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('catalog-import beginning', ?))")
                    .param(run.id())
                    .query((row, number) -> "")
                    .list();
            return work.get();
        });
    }
}
