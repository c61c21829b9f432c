package io.catalogimport.ledger;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the processes of a run begin imports one after the other, where they have to be counted exactly. */
public final class BeginningTurn {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    /** So that one connection of this process waits for the turn, and not one for each lane. */
    private final Lock here = new ReentrantLock(true);

    public BeginningTurn(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Counts and begins in one transaction, and no other process does that at the same time. */
    public <T> T take(Run run, Supplier<T> work) {
        here.lock();
        try {
            return inTurn(run, work);
        } finally {
            here.unlock();
        }
    }

    private <T> T inTurn(Run run, Supplier<T> work) {
        return transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('catalog-import beginning', ?))")
                    .param(run.id())
                    .query((row, number) -> "")
                    .list();
            return work.get();
        });
    }
}
