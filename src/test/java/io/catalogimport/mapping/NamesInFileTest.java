package io.catalogimport.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Product and version may be given by name. */
class NamesInFileTest {
    private static final String ARN = "arn:aws:cloudformation:eu-central-1:111122223333:stack/orders/0a1b2c3d";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void standForTheIds() throws IOException {
        MappingLine row =
                row("stack_arn,Product Name,provisioning_artifact_name,provisioned_product_name", "web, v1 ,a");

        assertThat(row.problems()).isEmpty();
        assertThat(row.mapping()).hasValueSatisfying(mapping -> assertThat(mapping)
                .extracting(StackMapping::productId, StackMapping::provisioningArtifactId, StackMapping::names)
                .containsExactly("", "", new VersionNames("web", "v1")));
    }

    @Test
    void mayBeGivenInSomeRowsAndIdsInOthers() throws IOException {
        String header = "stack_arn,product_id,product_name,provisioning_artifact_id,provisioning_artifact_name,"
                + "provisioned_product_name";

        assertThat(row(header, "prod-1,,,v1,a").problems()).isEmpty();
        assertThat(row(header, ",web,pa-1,,a").problems()).isEmpty();
        assertThat(row(header, ",,pa-1,,a").problems())
                .containsExactly(new Problem("MISSING_VALUE", "No value in product_id or product_name."));
    }

    @Test
    void areMissedByTheirOwnTitleWhereTheFileHasNoIds() throws IOException {
        String header = "stack_arn,product_name,provisioning_artifact_name,provisioned_product_name";

        assertThat(row(header, "web,,a").problems())
                .containsExactly(new Problem("MISSING_VALUE", "No value in provisioning_artifact_name."));
    }

    @Test
    void mayBeLeftOutAtTheEndOfARow() throws IOException {
        String header = "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name,product_name";

        assertThat(row(header, "prod-1,pa-1,a").problems()).isEmpty();
    }

    @Test
    void cannotBeGivenTwice() {
        assertThatThrownBy(() -> row(
                        "stack_arn,product_name,Product-Name,provisioning_artifact_name,provisioned_product_name",
                        "web,web,v1,a"))
                .hasMessageContaining("has the column product_name twice");
    }

    @Test
    void areComparedWithoutBlanksAroundThemAndWithoutASpreadsheetsApostrophe() {
        assertThat(VersionNames.isSame("web", " web ")).isTrue();
        assertThat(VersionNames.isSame("'-web", "-web")).isTrue();
        assertThat(VersionNames.isSame("web", "Web")).isFalse();
    }

    private MappingLine row(String header, String rest) throws IOException {
        Path file = Files.write(directory.resolve("mappings.csv"), List.of(header, ARN + "," + rest));
        try (MappingLines lines = MappingFile.open(file).lines()) {
            return Objects.requireNonNull(lines.next());
        }
    }
}
