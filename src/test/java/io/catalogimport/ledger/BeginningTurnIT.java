package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where imports are counted exactly, the processes of a run begin them one after the other. */
class BeginningTurnIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @Test
    void isOneProcesssAtATime() throws Exception {
        Run run = LedgerScene.in(DATABASE).run();
        List<String> order = new CopyOnWriteArrayList<>();

        CompletableFuture<String> other = ofAProcess().take(run, () -> {
            CompletableFuture<String> waiting =
                    CompletableFuture.supplyAsync(() -> ofAProcess().take(run, () -> {
                        order.add("other");
                        return "";
                    }));
            awaitOneThatWaits();
            order.add("first");
            return waiting;
        });
        other.get(20, TimeUnit.SECONDS);

        assertThat(order).containsExactly("first", "other");
    }

    private static BeginningTurn ofAProcess() {
        return new BeginningTurn(
                JdbcClient.create(DATABASE.dataSource()),
                new TransactionTemplate(new DataSourceTransactionManager(DATABASE.dataSource())));
    }

    private static void awaitOneThatWaits() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (DATABASE.jdbc()
                .sql("select count(*) = 0 from pg_locks where locktype = 'advisory' and not granted")
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).as("nobody waits for the turn").isLessThan(deadline);
        }
    }
}
