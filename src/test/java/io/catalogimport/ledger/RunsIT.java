package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.mapping.FileForm;
import io.catalogimport.mapping.MappingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void keepsTheFormOfTheFile(@TempDir Path directory) throws IOException {
        String head = "sep=;\r\nstack_arn;product_id;provisioning_artifact_id;provisioned_product_name\r\n";
        Path path =
                Files.write(directory.resolve("m.csv"), ("\uFEFF" + head + "x").getBytes(StandardCharsets.UTF_16LE));
        MappingFile file = MappingFile.open(path);

        Run run = runs().of(file, LedgerScene.NOW);

        assertThat(run.form()).isEqualTo(new FileForm(StandardCharsets.UTF_16LE, true, head));
        assertThat(runs().find(file.digest())).contains(run);
    }

    @Test
    void learnsTheFormOfAFileWhoseRunAnEarlierVersionBegan(@TempDir Path directory) throws IOException {
        String head = "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name\n";
        MappingFile file = MappingFile.open(Files.writeString(directory.resolve("m.csv"), head + "x"));
        Run old = runs().of(file.digest(), "m.csv", file.header(), LedgerScene.NOW);

        Run run = runs().of(file, LedgerScene.NOW);

        assertThat(old.form()).isEqualTo(FileForm.UNKNOWN);
        assertThat(run.id()).isEqualTo(old.id());
        assertThat(run.form().head()).isEqualTo(head);
    }

    private static Runs runs() {
        return new Runs(DATABASE.jdbc());
    }
}
