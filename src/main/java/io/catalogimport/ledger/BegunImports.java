package io.catalogimport.ledger;

import io.catalogimport.aws.FailureKind;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the imports that a start of a run has begun, in all its processes. Where a limit has to hold exactly, the processes
 * begin them one after the other.
 */
public final class BegunImports {
    private static final int NO_LINE = 0;

    /**
     * A row that is imported already may have the times of an earlier import, and one that has a code and is ready was put
     * off.
     */
    private static final String BEGUN_SINCE = """
            select count(*) filter (where state <> 'READY') as begun, count(*) filter (where state = 'READY') as taken_back
              from mapping_ledger
             where run_id = :run and line <> :except and started_at >= :then
               and state <> 'ALREADY_IMPORTED' and (state <> 'READY' or code is null)
            """;

    private static final String FAILED_SINCE = """
            select count(*) from mapping_ledger
             where run_id = :run and state = 'FAILED' and finished_at >= :then
               and (code is null or code <> all (:except))
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    /** So that one connection of this process waits for the turn, and not one for each lane. */
    private final Lock here = new ReentrantLock(true);

    public BegunImports(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * How many imports were begun.
     *
     * @param takenBack those that AWS never got, as far as is known; they are ready again
     */
    public record Begun(long notTakenBack, long takenBack) {
        public long all() {
            return notTakenBack + takenBack;
        }
    }

    /** How many imports of a run were begun since then. */
    public Begun since(Run run, Instant then) {
        return since(run, then, NO_LINE);
    }

    /** The same, but one is not counted. */
    public Begun since(Run run, Instant then, int exceptLine) {
        return jdbc.sql(BEGUN_SINCE)
                .param("run", run.id())
                .param("then", Timestamp.from(then))
                .param("except", exceptLine)
                .query((row, number) -> new Begun(row.getLong("begun"), row.getLong("taken_back")))
                .single();
    }

    /** How many rows of a run have failed since then, without those that failed in these ways. */
    public long failedSince(Run run, Instant then, Set<FailureKind> except) {
        return jdbc.sql(FAILED_SINCE)
                .param("run", run.id())
                .param("then", Timestamp.from(then))
                .param("except", except.stream().map(FailureKind::name).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Counts and begins in one transaction, and no other process does that at the same time. */
    public <T> T inTurn(Run run, Supplier<T> work) {
        here.lock();
        try {
            return alone(run, work);
        } finally {
            here.unlock();
        }
    }

    private <T> T alone(Run run, Supplier<T> work) {
        return transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('catalog-import beginning', ?))")
                    .param(run.id())
                    .query((row, number) -> "")
                    .list();
            return work.get();
        });
    }
}
