package io.catalogimport.ledger;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.FailureKind;
import io.catalogimport.database.PostgresDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BegunImportsIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private final BegunImports begun = LedgerScene.begunImports(DATABASE);
    private LedgerScene scene;

    @BeforeEach
    void beginARun() {
        scene = LedgerScene.in(DATABASE);
    }

    @Test
    void countsFailuresSinceAStart() {
        scene.entry(aMapping().onLine(2).ofStack("a"), MappingState.FAILED);
        scene.entry(aMapping().onLine(3).ofStack("b"), MappingState.FAILED);
        scene.entry(aMapping().onLine(4).ofStack("c"), MappingState.IMPORTED);

        assertThat(begun.failedSince(scene.run(), LedgerScene.NOW, FailureKind.OF_LANES))
                .isEqualTo(2);
        assertThat(begun.failedSince(scene.run(), LedgerScene.NOW.plusSeconds(61), FailureKind.OF_LANES))
                .isZero();
    }

    @Test
    void doesNotCountFailuresOfTheKindsThatAreLeftOut() {
        Remark closed = new Remark("ROLE_NOT_ASSUMED", "The role cannot be assumed.");
        LedgerEntry entry = scene.entry(aMapping(), MappingState.SUBMITTING);
        scene.ledger().ended(entry, MappingState.FAILED, closed, LedgerScene.NOW);

        assertThat(begun.failedSince(scene.run(), LedgerScene.NOW, FailureKind.OF_LANES))
                .isZero();
        assertThat(begun.failedSince(scene.run(), LedgerScene.NOW, FailureKind.OUTAGES))
                .isEqualTo(1);
    }

    /** Where imports are counted exactly, the processes of a run begin them one after the other. */
    @Test
    void letsOneProcessBeginAtATime() throws Exception {
        Run run = scene.run();
        List<String> order = new CopyOnWriteArrayList<>();

        CompletableFuture<String> other = begun.inTurn(run, () -> {
            CompletableFuture<String> waiting = CompletableFuture.supplyAsync(
                    () -> LedgerScene.begunImports(DATABASE).inTurn(run, () -> {
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
