package io.catalogimport.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.database.PostgresDatabase;
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
        Run run = runs().of(
                        new Run(0, DIGEST, List.of("stack_arn", "cost, \"centre\"")), "mappings.csv", LedgerScene.NOW);

        assertThat(run.digest()).isEqualTo(DIGEST);
        assertThat(run.columns()).containsExactly("stack_arn", "cost, \"centre\"");
        assertThat(runs().find(DIGEST)).contains(run);
    }

    @Test
    void findsTheRunOfTheSameContentWhateverTheFileIsCalled() {
        Run first = runs().of(new Run(0, DIGEST, List.of("a")), "mappings.csv", LedgerScene.NOW);

        Run again = runs().of(new Run(0, DIGEST, List.of("a")), "renamed.csv", LedgerScene.NOW.plusSeconds(9));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void beginsAnotherRunForOtherContent() {
        Run first = runs().of(new Run(0, DIGEST, List.of("a")), "mappings.csv", LedgerScene.NOW);

        Run other = runs().of(new Run(0, "b".repeat(64), List.of("a")), "mappings.csv", LedgerScene.NOW);

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

    private static Runs runs() {
        return new Runs(DATABASE.jdbc());
    }
}
