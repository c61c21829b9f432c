package io.catalogimport.sandbox.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.sandbox.world.Ids;
import io.catalogimport.sandbox.world.ImportPlan;
import io.catalogimport.sandbox.world.Location;
import io.catalogimport.sandbox.world.NameUniqueness;
import io.catalogimport.sandbox.world.RegionalState;
import io.catalogimport.sandbox.world.SandboxArtifact;
import io.catalogimport.sandbox.world.SandboxProduct;
import io.catalogimport.sandbox.world.SandboxStackStatus;
import io.catalogimport.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Location LOCATION = new Location("012345678901", "eu-central-1");

    private final World world = new World(
            new Ids("test"),
            URI.create("http://127.0.0.1:1"),
            World.Pace.DEFAULT,
            (location, stack, token) -> ImportPlan.SUCCEED,
            NameUniqueness.ACCOUNT);
    private Path file = Path.of("seed.yaml");

    @BeforeEach
    void writeTemplate(@TempDir Path directory) throws IOException {
        file = directory.resolve("seed.yaml");
        Files.writeString(directory.resolve("t.yaml"), "Resources: {A: {Type: B}}");
    }

    @Test
    void readsADirectoryAsItsSeedFile() throws IOException {
        Files.writeString(file, "timings: {record: 500ms}");

        Seed seed = Seed.read(file.resolveSibling(""));

        assertThat(seed.timing("record")).contains(Duration.ofMillis(500));
        assertThat(seed.timing("stack")).isEmpty();
    }

    @Test
    void plantsStacksWithDerivedIds() throws IOException {
        RegionalState state = plant("stacks: [{name: a, template: t.yaml, status: UPDATE_COMPLETE}]");

        assertThat(state.stacks().find("a", NOW)).hasValueSatisfying(stack -> {
            assertThat(stack.arn())
                    .isEqualTo("arn:aws:cloudformation:eu-central-1:012345678901:stack/a/"
                            + Ids.derivedStackId(LOCATION, "a"));
            assertThat(stack.status().at(NOW)).isEqualTo(SandboxStackStatus.UPDATE_COMPLETE);
        });
    }

    @Test
    void plantsMoreStacksThanATemplateHasValues() throws IOException {
        String stacks = IntStream.range(0, 60_000)
                .mapToObj(number -> "{name: s" + number + ", template: t.yaml}")
                .collect(Collectors.joining(", "));

        assertThat(plant("stacks: [" + stacks + "]").stacks().find("s59999", NOW))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "TemplateUrl, TemplateUrl, http://127.0.0.1:1/sandbox-templates-012345678901-eu-central-1/prod-p/pa-v.template",
        "LoadTemplateFromURL, LoadTemplateFromURL,"
                + " http://127.0.0.1:1/sandbox-templates-012345678901-eu-central-1/prod-p/pa-v.template",
        "Unreadable, TemplateUrl,"
                + " http://127.0.0.1:1/sandbox-templates-999999999999-eu-central-1/prod-p/pa-v.template"
    })
    void showsTheTemplateOfAVersionInTheFormAskedFor(String form, String key, String url) throws IOException {
        assertThat(version(form).details()).containsOnly(Map.entry(key, url));
    }

    @Test
    void showsTheTemplateItselfInAVerboseAnswerOnly() throws IOException {
        SandboxArtifact version = version("CloudFormationTemplate");

        assertThat(version.details()).containsOnlyKeys("TemplateUrl");
        assertThat(version.verboseDetails()).containsEntry("CloudFormationTemplate", "Resources: {A: {Type: B}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stacks: [{name: a}] | stacks[0]: template is missing",
                "stacks: [{name: a, template: none.yaml}] | stacks[0].template:",
                "stacks: [{name: a b, template: t.yaml}] | stacks[0]: a b is no stack name",
                "stacks: [{name: a, template: t.yaml, status: DONE}] | stacks[0].status: must be one of",
                "stacks: [{name: a, template: t.yaml, parent: b}] | stacks[0].parent: there is no stack b above",
                "stacks: [{name: a, template: t.yaml, import: explode}] | stacks[0].import: must be one of",
                "stacks: [{name: a, template: t.yaml, import: {record: soon}}] | stacks[0].import.record: must be a",
                "stack: [] | stack: unknown key",
                "stacks: {} | stacks: must be a list",
                "portfolios: [{name: a, products: [b]}] | portfolios[0].products[0]: there is no product b"
            })
    void namesTheFileAndTheKeyOfWhatIsWrong(String region, String complaint) {
        assertThatThrownBy(() -> plant(region))
                .isInstanceOf(SeedException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining("accounts.012345678901.eu-central-1." + complaint);
    }

    @Test
    void refusesWhatIsNoFileOrNoYaml() throws IOException {
        assertThatThrownBy(() -> Seed.read(file)).hasMessageContaining("cannot be read");

        Files.writeString(file, "a: [");
        assertThatThrownBy(() -> Seed.read(file)).isInstanceOf(SeedException.class);
    }

    private SandboxArtifact version(String form) throws IOException {
        RegionalState state = plant("products: [{name: p, id: prod-p, versions: [{name: v, id: pa-v, template: t.yaml,"
                + " info: " + form + "}]}]");
        SandboxProduct product = state.catalog().product("prod-p").orElseThrow();
        return product.artifact("pa-v").orElseThrow();
    }

    private RegionalState plant(String region) throws IOException {
        Files.writeString(file, "accounts: {012345678901: {eu-central-1: {" + region + "}}}");
        Seed.read(file).plant(world, NOW);
        return world.at(LOCATION);
    }
}
