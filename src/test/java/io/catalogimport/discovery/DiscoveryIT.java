package io.catalogimport.discovery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.StackArn;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.discovery.Discovered.Failure;
import io.catalogimport.discovery.Discovered.Proposal;
import io.catalogimport.discovery.Discovered.Unmatched;
import io.catalogimport.discovery.Match.Confidence;
import io.catalogimport.sandbox.Call;
import io.catalogimport.validation.WarningSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What discover finds in a lane, and what it asks AWS for. */
class DiscoveryIT {
    private static final String QUEUE = "Resources: {Queue: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 5}}}\n";
    private static final String TOPIC = "Resources: {Topic: {Type: AWS::SNS::Topic}}\n";

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void tellsApartWhatIsTheSameByteForByteAndWhatOnlySaysTheSame() throws IOException {
        template(
                "queue.json",
                "{\"Resources\":{\"Queue\":{\"Properties\":{\"DelaySeconds\":\"5\"},\"Type\":\"AWS::SQS::Queue\"}}}");
        template("lost.yaml", "Description: café\n" + TOPIC);
        template("lost.json", "{\"Resources\":{\"Topic\":{\"Type\":\"AWS::SNS::Topic\"}},\"Description\":\"café\"}");
        try (DiscoveryScene scene = scene(
                """
                      - {name: a, template: queue.yaml}
                      - {name: b, template: queue.json}
                      - {name: c, template: lost.json}
                """,
                "{name: queue, versions: [{name: one, template: queue.yaml}]}",
                "{name: topic, versions: [{name: one, template: lost.yaml}]}")) {
            assertThat(scene.discover().proposals())
                    .extracting(Proposal::name, proposal -> proposal.match().confidence())
                    .containsExactly(
                            tuple("a", Confidence.IDENTICAL),
                            tuple("b", Confidence.EQUIVALENT),
                            tuple("c", Confidence.EQUIVALENT));
            assertThat(scene.discover().proposals().get(2).match().words()).contains("non-ASCII character");
        }
    }

    @Test
    void leavesOutWhatCannotBeImportedAndCountsWhy() throws IOException {
        try (DiscoveryScene scene = scene("""
                      - {name: a, template: queue.yaml}
                      - {name: nested, template: queue.yaml, parent: a}
                      - {name: StackSet-x-01234567-89ab-cdef-0123-456789abcdef, template: queue.yaml}
                      - {name: failed, template: queue.yaml, status: ROLLBACK_COMPLETE}
                      - {name: busy, template: queue.yaml, status: UPDATE_IN_PROGRESS}
                      - {name: deleted, template: queue.yaml, status: DELETE_COMPLETE}
                      - {name: imported, template: queue.yaml}
                """, "{name: queue, versions: [{name: one, template: queue.yaml}]}")) {
            Discovered found = scene.discover();

            assertThat(found.proposals()).extracting(Proposal::name).containsExactly("a");
            assertThat(found.excluded())
                    .isEqualTo(Map.of(
                            Exclusion.STATUS, 1,
                            Exclusion.IN_PROGRESS, 1,
                            Exclusion.NESTED, 1,
                            Exclusion.STACK_SET, 1,
                            Exclusion.PROVISIONED, 1));
            assertThat(of(scene, "GetTemplate")).hasSize(1);
        }
    }

    @Test
    void saysWhatSomebodyShouldKnowOfAStackAndLeavesItOutWhereThatIsAnError() throws IOException {
        template("hidden.yaml", "Parameters: {Secret: {Type: String, NoEcho: true, Default: x}}\n" + TOPIC);
        template("cdk.yaml", TOPIC + "Metadata: {aws:cdk:path: App/Stack}\n");
        try (DiscoveryScene scene = scene(
                """
                      - {name: a, template: hidden.yaml, drift: DRIFTED, roleArn: "arn:aws:iam::111122223333:role/x"}
                      - {name: b, template: cdk.yaml, terminationProtection: true}
                """,
                "{name: one, versions: [{name: one, template: hidden.yaml}]}",
                "{name: two, versions: [{name: one, template: cdk.yaml}]}")) {
            List<Proposal> found = scene.discover().proposals();
            Discovered strict = scene.discover(warned("DEPLOYED_BY_ANOTHER_TOOL"));
            Discovered stricter = scene.discover(warned("STACK_DRIFTED"));

            assertThat(found)
                    .extracting(Proposal::name, Proposal::warnings)
                    .containsExactly(
                            tuple(
                                    "a",
                                    List.of(
                                            "STACK_DRIFTED",
                                            "NOECHO_PARAMETERS",
                                            "STACK_HAS_SERVICE_ROLE",
                                            "TERMINATION_PROTECTION_OFF")),
                            tuple("b", List.of("DEPLOYED_BY_ANOTHER_TOOL")));
            assertThat(strict.proposals()).extracting(Proposal::name).containsExactly("a");
            assertThat(strict.excluded()).isEqualTo(Map.of(Exclusion.WARNED, 1));
            assertThat(stricter.proposals()).extracting(Proposal::name).containsExactly("b");
            assertThat(of(scene, "GetTemplate")).as("of three discoveries").hasSize(2);
        }
    }

    private static DiscoveryRequest warned(String code) {
        return new DiscoveryRequest(
                List.of(DiscoveryScene.LANE),
                StackFilter.ALL,
                ProductFilter.ALL,
                NamePattern.STACK,
                false,
                new WarningSettings(Set.of(code), Instant.MAX, Duration.ZERO));
    }

    @Test
    void proposesTheNewestVersionThatIsNotDeprecatedAndNamesTheOthers() throws IOException {
        try (DiscoveryScene scene = scene("      - {name: a, template: queue.yaml}\n", """
                {name: queue, versions: [
                            {name: new, template: queue.yaml, created: 2026-03-01T00:00:00Z},
                            {name: old, template: queue.yaml, created: 2026-01-01T00:00:00Z},
                            {name: not-this, template: queue.yaml, created: 2026-04-01T00:00:00Z, guidance: DEPRECATED},
                            {name: never, template: queue.yaml, created: 2026-05-01T00:00:00Z, active: false}]}""")) {
            Match.Equal match = scene.discover().proposals().get(0).match();

            assertThat(match.version().version().name()).isEqualTo("new");
            assertThat(match.others())
                    .extracting(other -> other.version().name())
                    .containsExactly("old", "not-this");
        }
    }

    @Test
    void proposesNothingWhereSeveralProductsHaveTheTemplateUntilOneIsChosen() throws IOException {
        try (DiscoveryScene scene = scene(
                "      - {name: a, template: queue.yaml}\n",
                "{name: queue, versions: [{name: one, template: queue.yaml}]}",
                "{name: copy, versions: [{name: two, template: queue.yaml}]}")) {
            assertThat(scene.discover().unmatched())
                    .singleElement()
                    .extracting(Unmatched::match)
                    .isInstanceOf(Match.Ambiguous.class);
            assertThat(scene.discover(StackFilter.ALL, DiscoveryScene.product("copy"))
                            .proposals())
                    .singleElement()
                    .satisfies(proposal -> assertThat(
                                    proposal.match().version().product().name())
                            .isEqualTo("copy"));
            assertThat(scene.discover(StackFilter.ALL, new ProductFilter(Set.of(), Set.of("of-copy")))
                            .proposals())
                    .singleElement()
                    .satisfies(proposal -> assertThat(
                                    proposal.match().version().product().name())
                            .isEqualTo("copy"));
        }
    }

    @Test
    void saysOfAStackThatMatchesNothingWhatIsNearestAndWhereItDiffers() throws IOException {
        template("other.yaml", QUEUE.replace("5", "6"));
        try (DiscoveryScene scene = scene("""
                      - {name: changed, template: other.yaml}
                      - {name: strange, template: topic.yaml}
                """, "{name: queue, versions: [{name: one, template: queue.yaml}]}")) {
            List<Unmatched> unmatched = scene.discover().unmatched();

            assertThat(unmatched.get(0).match()).isInstanceOfSatisfying(Match.Near.class, near -> {
                assertThat(near.version().version().name()).isEqualTo("one");
                assertThat(near.similarity()).isBetween(0.7, 0.9);
                assertThat(near.words()).contains("Resources.Queue.Properties.DelaySeconds: stack has \"6\"");
            });
            assertThat(unmatched.get(1).match()).isEqualTo(new Match.None(""));
        }
    }

    @Test
    void asksOnlyForTheStacksThatAreWanted() throws IOException {
        try (DiscoveryScene scene = scene("""
                      - {name: shop-a, template: queue.yaml, tags: {team: shop}}
                      - {name: shop-b, template: queue.yaml, tags: {team: data}}
                      - {name: data-c, template: queue.yaml, tags: {team: shop}}
                      - {name: shop-d, template: queue.yaml, tags: {team: shop}, status: UPDATE_COMPLETE}
                """, "{name: queue, versions: [{name: one, template: queue.yaml}]}")) {
            StackFilter wanted = new StackFilter(List.of("shop-*"), Map.of("team", "shop"), Set.of("CREATE_COMPLETE"));

            assertThat(scene.discover(wanted, ProductFilter.ALL).proposals())
                    .extracting(Proposal::name)
                    .containsExactly("shop-a");
            assertThat(of(scene, "GetTemplate")).hasSize(1);
        }
    }

    @Test
    void givesEachStackANameThatNobodyHas() throws IOException {
        try (DiscoveryScene scene = scene("""
                      - {name: imported, template: queue.yaml}
                      - {name: taken, template: queue.yaml}
                      - {name: free, template: queue.yaml}
                """, "{name: queue, versions: [{name: one, template: queue.yaml}]}")) {
            Discovered found =
                    scene.discoverBeside("arn:aws:cloudformation:eu-central-1:111122223333:stack/gone/1", "taken");

            assertThat(found.proposals()).extracting(Proposal::name).containsExactly("free", "taken-eu-central-1");
        }
    }

    @Test
    void readsAgainOnlyTheStackThatWasUpdated() throws IOException {
        try (DiscoveryScene scene = scene("""
                      - {name: a, template: queue.yaml}
                      - {name: b, template: queue.yaml}
                """, "{name: queue, versions: [{name: one, template: queue.yaml}]}")) {
            scene.discover();
            DATABASE.jdbc()
                    .sql(
                            "update discovered_stack set changed_at = changed_at - interval '1 s' where stack_arn like '%/b/%'")
                    .update();

            scene.discover();

            assertThat(of(scene, "GetTemplate"))
                    .extracting(call ->
                            requireNonNull(call.parameters().get("StackName")).replaceFirst(".*stack/(.).*", "$1"))
                    .containsExactlyInAnyOrder("a", "b", "b");
            assertThat(of(scene, "DescribeProvisioningArtifact")).hasSize(1);
        }
    }

    @Test
    void seesANewVersionAfterAWhileOrWhenItIsAskedToLook() throws IOException {
        try (DiscoveryScene scene = scene(
                "      - {name: a, template: queue.yaml}\n",
                "{name: queue, versions: [{name: one, template: queue.yaml}]}")) {
            scene.discover();
            scene.discover();
            assertThat(of(scene, "SearchProducts")).hasSize(1);

            scene.discover(new DiscoveryRequest(
                    List.of(DiscoveryScene.LANE),
                    StackFilter.ALL,
                    ProductFilter.ALL,
                    NamePattern.STACK,
                    true,
                    WarningSettings.NONE));
            assertThat(of(scene, "SearchProducts")).hasSize(2);

            scene.time.waitFor(LaneCatalog.FRESH);
            scene.discover();
            assertThat(of(scene, "SearchProducts")).hasSize(3);
        }
    }

    @Test
    void aLaneThatCannotBeReachedCostsTheOthersNothing() throws IOException {
        try (DiscoveryScene scene = scene(
                "      - {name: a, template: queue.yaml}\n",
                "{name: queue, versions: [{name: one, template: queue.yaml}]}")) {
            scene.faults("calls: [{fault: deny, regions: [eu-west-1]}]");
            Lane denied = new Lane("aws", DiscoveryScene.ACCOUNT, "eu-west-1");

            Discovered found = scene.discover(new DiscoveryRequest(
                    List.of(denied, DiscoveryScene.LANE),
                    StackFilter.ALL,
                    ProductFilter.ALL,
                    NamePattern.STACK,
                    false,
                    WarningSettings.NONE));

            assertThat(found.proposals()).extracting(Proposal::name).containsExactly("a");
            assertThat(found.failures()).extracting(Failure::lane).containsExactly(denied);
        }
    }

    @Test
    void aTemplateThatIsRefusedCostsItsStackAlone() throws IOException {
        try (DiscoveryScene scene = scene("""
                      - {name: a, template: queue.yaml}
                      - {name: b, template: queue.yaml}
                """, "{name: queue, versions: [{name: one, template: queue.yaml}]}")) {
            scene.faults("calls: [{fault: deny, operations: [GetTemplate], times: 1}]");

            Discovered found = scene.discover();

            assertThat(found.proposals()).hasSize(1);
            assertThat(found.unmatched())
                    .singleElement()
                    .extracting(Unmatched::match)
                    .isInstanceOfSatisfying(
                            Match.None.class, none -> assertThat(none.words()).contains("AccessDenied"));
        }
    }

    @Test
    void namesTheVersionsWhoseTemplatesCannotBeRead() throws IOException {
        try (DiscoveryScene scene = scene(
                "      - {name: a, template: queue.yaml}\n",
                "{name: queue, versions: [{name: one, template: queue.yaml, info: Unreadable}]}")) {
            Discovered found = scene.discover();

            assertThat(found.proposals()).isEmpty();
            assertThat(found.hiddenVersions())
                    .singleElement()
                    .asString()
                    .startsWith("queue/one in 111122223333/eu-central-1: ");
        }
    }

    @Test
    void proposesForAStackOnlyTheProductThatIsNamedForIt() throws IOException {
        try (DiscoveryScene scene = scene(
                "      - {name: a, template: queue.yaml}\n      - {name: b, template: queue.yaml}\n",
                "{name: queue, versions: [{name: one, template: queue.yaml}]}",
                "{name: copy, versions: [{name: two, template: queue.yaml}]}")) {
            Map<String, String> products = scene.discover().unmatched().stream()
                    .map(unmatched -> unmatched.stack().arn())
                    .collect(Collectors.toMap(
                            StackArn::toString, arn -> arn.stackName().equals("a") ? "queue" : "copy"));

            assertThat(scene.discover(StackFilter.ALL, ProductFilter.ofStacks(products))
                            .proposals())
                    .extracting(proposal -> proposal.match().version().product().name())
                    .containsExactly("queue", "copy");
        }
    }

    @Test
    void leavesOutAProductThatWasDeletedMeanwhile() throws IOException {
        try (DiscoveryScene scene = scene(
                "      - {name: a, template: queue.yaml}\n",
                "{name: queue, id: prod-queue, versions: [{name: one, template: queue.yaml}]}",
                "{name: topic, id: prod-topic, versions: [{name: one, template: topic.yaml}]}")) {
            scene.faults("calls: [{fault: error, operations: [DescribeProduct], products: [prod-topic],"
                    + " code: ResourceNotFoundException, message: No such product}]");

            assertThat(scene.discover().proposals()).hasSize(1);
        }
    }

    @Test
    void needsWhatItsPolicyAllowsAndNothingElse() throws IOException {
        String policy = Files.readString(Path.of("jobs/iam/discover-policy.json"));
        template(
                "policy.json",
                policy.replace("example-product-templates", "sandbox-templates-111122223333-eu-central-1"));
        try (DiscoveryScene scene = scene(
                "      - {name: a, template: queue.yaml}\n",
                "{name: queue, versions: [{name: one, template: queue.yaml}]}")) {
            assertThat(scene.discover().proposals()).hasSize(1);

            Set<String> needed = new TreeSet<>();
            scene.calls().stream()
                    .filter(call -> !call.service().equals("sts"))
                    .forEach(call -> needed.add(call.service() + ":" + call.operation()));
            needed.add("cloudformation:ListStacks"); // For DescribeStacks without a name.
            Set<String> allowed = new TreeSet<>();
            Pattern.compile("\"((?:cloudformation|servicecatalog|s3):[A-Z]\\w+)\"")
                    .matcher(policy.substring(0, policy.indexOf("\"Deny\"")))
                    .results()
                    .forEach(action -> allowed.add(action.group(1)));
            assertThat(allowed).isEqualTo(needed);
        }
    }

    private static List<Call> of(DiscoveryScene scene, String operation) {
        return scene.calls().stream()
                .filter(call -> call.operation().equals(operation))
                .toList();
    }

    private void template(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    /** One lane; a stack of the name {@code imported} is a provisioned product, and each product has a portfolio. */
    private DiscoveryScene scene(String stacks, String... products) throws IOException {
        template("queue.yaml", QUEUE);
        template("topic.yaml", TOPIC);
        StringBuilder seed = new StringBuilder("accounts:\n  \"111122223333\":\n    eu-central-1:\n      stacks:\n");
        stacks.lines()
                .forEach(line -> seed.append("        ").append(line.strip()).append('\n'));
        seed.append("      products:\n");
        List.of(products)
                .forEach(product -> seed.append("        - ").append(product).append('\n'));
        seed.append("      portfolios:\n");
        List.of(products).forEach(product -> {
            String name = product.replaceFirst("\\{name: ([a-z]+),(?s:.*)", "$1");
            seed.append("        - {name: of-%1$s, products: [%1$s]}%n".formatted(name));
        });
        if (stacks.contains("name: imported")) {
            seed.append("      provisionedProducts: [{name: other, stack: imported, product: queue, version: one}]\n");
        }
        return new DiscoveryScene(DATABASE, directory, seed.toString());
    }
}
