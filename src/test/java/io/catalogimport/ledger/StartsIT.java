package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.ledger.Starts.Last;
import io.catalogimport.ledger.Starts.Preparation;
import io.catalogimport.ledger.Starts.Start;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StartsIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final Start FIRST =
            new Start(LedgerScene.NOW, Optional.of(LedgerScene.NOW.plusSeconds(60)), Optional.of("--limit 5"));
    private static final Start SECOND =
            new Start(LedgerScene.NOW.plus(Duration.ofDays(1)), Optional.empty(), Optional.of("--limit 5"));

    private final Starts starts = new Starts(DATABASE.jdbc());
    private LedgerScene scene = LedgerScene.in(DATABASE);

    @BeforeEach
    void newRun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void beginWithNothingDone() {
        starts.begin(scene.run(), FIRST);
        starts.done(scene.run(), Preparation.FILE_READ);
        starts.end(scene.run(), LedgerScene.NOW);

        starts.begin(scene.run(), SECOND);

        assertThat(starts.last(scene.run())).contains(new Last(SECOND, SECOND.at(), Optional.empty()));
        assertThat(starts.isDone(scene.run(), Preparation.FILE_READ)).isFalse();
    }

    /** It commits although its process is dead, if that is the last thing it was asked for. */
    @Test
    void areWaitedForWhereADeadWorkerIsJustWritingWhatItHasDone() {
        starts.begin(scene.run(), FIRST);
        TransactionTemplate dying = new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));

        CompletableFuture<Boolean> seen = dying.execute(status -> {
            starts.done(scene.run(), Preparation.FILE_READ);
            CompletableFuture<Boolean> next =
                    CompletableFuture.supplyAsync(() -> starts.isDone(scene.run(), Preparation.FILE_READ));
            awaitThatItIsDoneOrWaits(next);
            return next;
        });

        assertThat(seen).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    }

    private static void awaitThatItIsDoneOrWaits(CompletableFuture<Boolean> next) {
        boolean waits = false;
        while (!next.isDone() && !waits) {
            waits = DATABASE.jdbc()
                    .sql("select exists (select from pg_locks where not granted)")
                    .query(Boolean.class)
                    .single();
        }
    }

    /** By a worker that was on its way when the last one left: if it dies, the start has not ended. */
    @Test
    void goOnAfterTheirEnd() {
        starts.begin(scene.run(), FIRST);
        starts.done(scene.run(), Preparation.FILE_READ);
        starts.end(scene.run(), LedgerScene.NOW);

        starts.begin(scene.run(), FIRST);

        assertThat(starts.last(scene.run())).contains(new Last(FIRST, FIRST.at(), Optional.empty()));
        assertThat(starts.isDone(scene.run(), Preparation.FILE_READ)).isTrue();
        assertThat(starts.isDone(scene.run(), Preparation.LOOKED_OVER)).isFalse();
    }
}
