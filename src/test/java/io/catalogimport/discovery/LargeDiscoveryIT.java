package io.catalogimport.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.Lane;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.discovery.Discovered.Proposal;
import io.catalogimport.discovery.Discovered.Unmatched;
import io.catalogimport.validation.WarningSettings;
import io.catalogimport.validation.template.TemplateCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** 500 stacks in four lanes, 40 versions of 12 products in each. Every template is written in a style of its own. */
class LargeDiscoveryIT {
    private static final List<Lane> LANES = List.of(
            new Lane("aws", "111122223333", "eu-central-1"),
            new Lane("aws", "111122223333", "eu-west-1"),
            new Lane("aws", "222233334444", "eu-central-1"),
            new Lane("aws", "222233334444", "eu-west-1"));
    private static final int PRODUCTS = 12;
    private static final int VERSIONS = 40;
    private static final int MATCHED = 84;
    private static final int CHANGED = 22;
    private static final int STRANGE = 7;
    private static final int NOT_IMPORTABLE = 12;
    private static final int STACKS = LANES.size() * (MATCHED + CHANGED + STRANGE + NOT_IMPORTABLE);
    private static final int RESOURCES = 5;
    private static final List<String> STATUSES =
            List.of("ROLLBACK_COMPLETE", "UPDATE_IN_PROGRESS", "DELETE_FAILED", "REVIEW_IN_PROGRESS");

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    private final Map<String, String> expected = new TreeMap<>();
    private int style;

    @Test
    void findsAllThatMatchAndNothingElseWithACallForEachTemplate() throws IOException {
        try (DiscoveryScene scene = new DiscoveryScene(DATABASE, directory, seed())) {
            DiscoveryRequest request = new DiscoveryRequest(
                    LANES, StackFilter.ALL, ProductFilter.ALL, NamePattern.STACK, false, WarningSettings.NONE);

            Discovered first = scene.discover(request);
            int calls = scene.calls().size();

            assertThat(STACKS).isEqualTo(500);
            assertThat(proposed(first)).isEqualTo(expected);
            assertThat(first.excluded().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(LANES.size() * NOT_IMPORTABLE);
            assertThat(first.unmatched()).hasSize(LANES.size() * (CHANGED + STRANGE));
            assertThat(near(first))
                    .allMatch(stack -> stack.startsWith("changed-"))
                    .hasSizeGreaterThan(LANES.size() * CHANGED * 9 / 10);
            assertThat(calls).isLessThanOrEqualTo((int) (1.1 * (STACKS + LANES.size() * VERSIONS)));

            Discovered second = scene.discover(request);

            assertThat(proposed(second)).isEqualTo(expected);
            assertThat(second.unmatched()).isEqualTo(first.unmatched());
            assertThat(scene.calls().size() - calls).isLessThanOrEqualTo(calls * 2 / 100);
        }
    }

    /** The version that was found for each stack. */
    private static Map<String, String> proposed(Discovered discovered) {
        return discovered.proposals().stream()
                .collect(Collectors.toMap(
                        (Proposal proposal) -> proposal.stack().arn().lane() + " "
                                + proposal.stack().arn().stackName(),
                        proposal -> proposal.match().version().product().name() + "/"
                                + proposal.match().version().version().name()));
    }

    private static List<String> near(Discovered discovered) {
        return discovered.unmatched().stream()
                .filter(unmatched -> unmatched.match() instanceof Match.Near)
                .map((Unmatched unmatched) -> unmatched.stack().arn().stackName())
                .toList();
    }

    private String seed() throws IOException {
        StringBuilder seed = new StringBuilder("accounts:\n");
        for (String account : LANES.stream().map(Lane::account).distinct().toList()) {
            seed.append("  \"").append(account).append("\":\n");
            for (Lane lane : LANES) {
                if (lane.account().equals(account)) {
                    seed.append(region(lane));
                }
            }
        }
        return seed.toString();
    }

    private String region(Lane lane) throws IOException {
        List<String> stacks = new ArrayList<>();
        for (int i = 0; i < MATCHED; i++) {
            int version = i % VERSIONS;
            String name = "matched-" + i;
            stacks.add("{name: %s, template: %s}".formatted(name, file(ofVersion(version))));
            expected.put(lane + " " + name, product(version) + "/" + version(version));
        }
        for (int i = 0; i < CHANGED; i++) {
            stacks.add("{name: changed-%d, template: %s}"
                    .formatted(i, file(TemplateCorpus.changed(i % VERSIONS, RESOURCES, 1, ++style))));
        }
        for (int i = 0; i < STRANGE; i++) {
            stacks.add("{name: strange-%d, template: %s}"
                    .formatted(i, file(TemplateCorpus.template(1_000 + i, RESOURCES, ++style))));
        }
        for (int i = 0; i < NOT_IMPORTABLE; i++) {
            stacks.add("{name: other-%d, status: %s, template: %s}"
                    .formatted(i, STATUSES.get(i % STATUSES.size()), file(ofVersion(i))));
        }
        StringBuilder products = new StringBuilder();
        for (int product = 0; product < PRODUCTS; product++) {
            products.append("        - name: product-").append(product).append("\n          versions:\n");
            for (int version = product; version < VERSIONS; version += PRODUCTS) {
                products.append("            - {name: %s, template: %s, info: CloudFormationTemplate}%n"
                        .formatted(version(version), file(ofVersion(version))));
            }
        }
        String names = String.join(
                ", ", IntStream.range(0, PRODUCTS).mapToObj(i -> "product-" + i).toList());
        return "    %s:%n      stacks:%n%s      products:%n%s      portfolios: [{name: all, products: [%s]}]%n"
                .formatted(
                        lane.region(),
                        stacks.stream()
                                .map(stack -> "        - " + stack + "\n")
                                .collect(Collectors.joining()),
                        products,
                        names);
    }

    private static String product(int version) {
        return "product-" + version % PRODUCTS;
    }

    private static String version(int version) {
        return "v" + version / PRODUCTS;
    }

    private String ofVersion(int version) {
        return TemplateCorpus.template(version, RESOURCES, ++style);
    }

    private String file(String template) throws IOException {
        String name = "t" + style + ".template";
        Files.writeString(directory.resolve(name), template);
        return name;
    }
}
