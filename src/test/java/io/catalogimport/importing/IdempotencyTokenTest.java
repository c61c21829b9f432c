package io.catalogimport.importing;

import static io.catalogimport.mapping.MappingBuilder.aMapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.ledger.Attempt;
import io.catalogimport.ledger.LedgerEntry;
import io.catalogimport.ledger.MappingState;
import io.catalogimport.ledger.Run;
import io.catalogimport.mapping.MappingBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyTokenTest {
    private static final Run RUN = new Run(1, "a".repeat(64), List.of());

    @Test
    void isWhatServiceCatalogTakes() {
        assertThat(IdempotencyToken.next(RUN, entry(aMapping(), 0))).matches("[a-zA-Z0-9][a-zA-Z0-9_-]{0,127}");
    }

    @Test
    void isTheSameForTheSameAttemptInWhateverDatabaseAndLine() {
        Run elsewhere = new Run(99, RUN.digest(), List.of("owner"));

        String token = IdempotencyToken.next(RUN, entry(aMapping().onLine(2), 1));

        assertThat(IdempotencyToken.next(elsewhere, entry(aMapping().onLine(3), 1)))
                .isEqualTo(token);
    }

    @Test
    void differsFromAttemptToAttempt() {
        List<String> tokens = Stream.of(0, 1, 2, 10)
                .map(attempts -> IdempotencyToken.next(RUN, entry(aMapping(), attempts)))
                .toList();

        assertThat(tokens).doesNotHaveDuplicates();
    }

    @Test
    void differsFromFileToFile() {
        Run leftovers = new Run(1, "b".repeat(64), List.of());

        assertThat(IdempotencyToken.next(leftovers, entry(aMapping(), 0)))
                .isNotEqualTo(IdempotencyToken.next(RUN, entry(aMapping(), 0)));
    }

    @ParameterizedTest
    @MethodSource
    void differsWithEachThingThatIsAsked(MappingBuilder other) {
        assertThat(IdempotencyToken.next(RUN, entry(other, 0)))
                .isNotEqualTo(IdempotencyToken.next(RUN, entry(aMapping(), 0)));
    }

    static Stream<MappingBuilder> differsWithEachThingThatIsAsked() {
        String name = aMapping().build().provisionedProductName();
        return Stream.of(
                aMapping().ofStack("payments").named(name),
                aMapping().inAccount("444455556666"),
                aMapping().inRegion("us-east-1"),
                aMapping().toProduct("prod-other"),
                aMapping().toArtifact("pa-other"),
                aMapping().named("other"));
    }

    private static LedgerEntry entry(MappingBuilder mapping, int attempts) {
        return new LedgerEntry(
                1, mapping.build(), MappingState.READY, new Attempt(attempts, null, null, null, null), null);
    }
}
