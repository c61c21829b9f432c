package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunsIT {
    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    private static final String DIGEST = "a".repeat(64);

    @Test
    void beginsARunForAFile() {
        Run run = runs().of(DIGEST, "mappings.csv", List.of("stack_arn", "cost, \"centre\""), LedgerScene.NOW);

        assertThat(run.digest()).isEqualTo(DIGEST);
        assertThat(run.columns()).containsExactly("stack_arn", "cost, \"centre\"");
        assertThat(runs().find(DIGEST)).contains(run);
    }

    @Test
    void findsTheRunOfTheSameContentWhateverTheFileIsCalled() {
        Run first = runs().of(DIGEST, "mappings.csv", List.of("a"), LedgerScene.NOW);

        Run again = runs().of(DIGEST, "renamed.csv", List.of("a"), LedgerScene.NOW.plusSeconds(9));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void beginsAnotherRunForOtherContent() {
        Run first = runs().of(DIGEST, "mappings.csv", List.of("a"), LedgerScene.NOW);

        Run other = runs().of("b".repeat(64), "mappings.csv", List.of("a"), LedgerScene.NOW);

        assertThat(other.id()).isNotEqualTo(first.id());
    }

    @Test
    void findsNoRunThatWasNotBegun() {
        assertThat(runs().find(DIGEST)).isEmpty();
    }

    private static Runs runs() {
        return new Runs(DATABASE.jdbc());
    }
}
