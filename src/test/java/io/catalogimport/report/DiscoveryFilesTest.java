package io.catalogimport.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.LaunchableProduct;
import io.catalogimport.aws.ListedStack;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackTraits;
import io.catalogimport.discovery.Discovered;
import io.catalogimport.discovery.Discovered.Proposal;
import io.catalogimport.discovery.Discovered.Unmatched;
import io.catalogimport.discovery.Match;
import io.catalogimport.discovery.OfferedVersion;
import io.catalogimport.mapping.MappingFile;
import io.catalogimport.mapping.MappingLine;
import io.catalogimport.mapping.MappingLines;
import io.catalogimport.validation.template.TemplateFingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryFilesTest {
    private static final String HEADER = "stack_arn,product_id,provisioning_artifact_id,provisioned_product_name";

    @TempDir
    private Path directory = Path.of("");

    private Path mappings = Path.of("");
    private DiscoveryFiles files = new DiscoveryFiles(mappings, mappings);

    @BeforeEach
    void files() {
        mappings = directory.resolve("mappings.csv");
        files = new DiscoveryFiles(mappings, directory.resolve("unmatched.csv"));
    }

    @Test
    void writesAFileThatIsReadAsItIs() throws IOException {
        files.write(found(proposal("a")));

        MappingLine line = lines().get(0);
        assertThat(line.problems()).isEmpty();
        assertThat(line.warnings()).isEmpty();
        assertThat(line.mapping()).hasValueSatisfying(mapping -> {
            assertThat(mapping.stackArn()).isEqualTo(arn("a"));
            assertThat(mapping.productId()).isEqualTo("prod-1");
            assertThat(mapping.provisioningArtifactId()).isEqualTo("pa-1");
            assertThat(mapping.provisionedProductName()).isEqualTo("a");
        });
        assertThat(line.value("confidence")).isEqualTo("identical");
        assertThat(line.value("also_matches")).isEqualTo("'=HYPERLINK(1)/v1 (prod-1/pa-1)");
    }

    @Test
    void disarmsWhatASpreadsheetWouldRun() throws IOException {
        files.write(found(proposal("a")));

        assertThat(lines().get(0).value("product_name")).isEqualTo("'=HYPERLINK(1)");
        assertThat(lines().get(0).value("tags")).isEqualTo("'@x=1; team=shop");
    }

    @Test
    void addsRowsInTheFormOfTheFileAndLeavesTheOthersAlone() throws IOException {
        String before =
                "\uFEFFsep=;\r\nowner;STACK ARN;provisioned_product_name;product_id;provisioning_artifact_id;tags\r\n"
                        + "me ;" + arn("old") + ";\"x\"; prod-1;pa-1;";
        Files.writeString(mappings, before);

        files.append(MappingFile.open(mappings), found(proposal("a")));

        assertThat(Files.readString(mappings))
                .isEqualTo(before + "\r\n;" + arn("a") + ";a;prod-1;pa-1;\"'@x=1; team=shop\"\r\n");
        assertThat(lines()).hasSize(2).allSatisfy(line -> assertThat(line.problems())
                .isEmpty());
    }

    @Test
    void addsRowsInTheEncodingOfTheFile() throws IOException {
        String before = "\uFEFF" + HEADER + "\n" + arn("old") + ",prod-1,pa-1,x\n";
        Files.writeString(mappings, before, StandardCharsets.UTF_16LE);

        files.append(MappingFile.open(mappings), found(proposal("a")));

        assertThat(Files.readString(mappings, StandardCharsets.UTF_16LE))
                .isEqualTo(before + arn("a") + ",prod-1,pa-1,a\n");
    }

    @Test
    void knowsAFileWithoutRows() throws IOException {
        files.write(found());
        assertThat(files.isWithoutRows()).isTrue();

        files.write(found(proposal("a")));
        assertThat(files.isWithoutRows()).isFalse();
    }

    @Test
    void saysOfStacksWithoutAMappingWhatIsNear() throws IOException {
        ListedStack stack = stack("b");
        List<Unmatched> unmatched = List.of(
                new Unmatched(stack, new Match.Near(version(), 0.914, "A: stack has 1"), "0123456789abcdef"),
                new Unmatched(stack, new Match.None(""), null),
                new Unmatched(stack, new Match.Ambiguous(List.of(version())), "0123456789abcdef"));

        files.write(new Discovered(List.of(), unmatched, Map.of(), 0, List.of(), List.of()));

        assertThat(Files.readAllLines(directory.resolve("unmatched.csv")).stream()
                        .map(line -> line.replace(stack.arn().toString(), "B"))
                        .toList())
                .containsExactly(
                        "stack_arn,confidence,similarity,product_id,provisioning_artifact_id,product_name,"
                                + "provisioning_artifact_name,differs_at,also_matches,stack_status,tags,template",
                        "B,near,0.91,prod-1,pa-1,'=HYPERLINK(1),v1,A: stack has 1,,CREATE_COMPLETE,'@x=1; team=shop,0123456789ab",
                        "B,none,,,,,,,,CREATE_COMPLETE,'@x=1; team=shop,",
                        "B,ambiguous,,,,,,,'=HYPERLINK(1)/v1 (prod-1/pa-1),CREATE_COMPLETE,'@x=1; team=shop,0123456789ab");
    }

    private List<MappingLine> lines() throws IOException {
        List<MappingLine> all = new ArrayList<>();
        try (MappingLines lines = MappingFile.open(mappings).lines()) {
            for (MappingLine line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    private static Discovered found(Proposal... proposals) {
        return new Discovered(List.of(proposals), List.of(), Map.of(), 0, List.of(), List.of());
    }

    private static Proposal proposal(String name) {
        return new Proposal(
                stack(name),
                new Match.Equal(version(), Match.Confidence.IDENTICAL, List.of(version()), ""),
                name,
                List.of("STACK_DRIFTED", "LAUNCH_ROLE"));
    }

    private static OfferedVersion version() {
        LaunchableProduct.Version version = new LaunchableProduct.Version("pa-1", "v1", Instant.EPOCH, false);
        return new OfferedVersion(
                new LaunchableProduct("prod-1", "=HYPERLINK(1)", List.of(), List.of(version)),
                version,
                TemplateFingerprint.of("A: 1"));
    }

    private static ListedStack stack(String name) {
        return new ListedStack(
                arn(name),
                "CREATE_COMPLETE",
                null,
                Instant.EPOCH,
                Map.of("team", "shop", "@x", "1"),
                StackTraits.UNKNOWN);
    }

    private static StackArn arn(String name) {
        return new StackArn("aws", "eu-central-1", "111122223333", name, "0d5f1c9e");
    }
}
