package io.catalogimport.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.Page;
import io.catalogimport.aws.VersionGateway;
import io.catalogimport.database.PostgresDatabase;
import io.catalogimport.discovery.PreparedVersion.Available;
import io.catalogimport.discovery.PreparedVersion.NotMade;
import io.catalogimport.sandbox.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Versions for stacks that no version matches. */
class PreparationIT {
    private static final String PRODUCTS = """
              products:
                - {name: queue, id: prod-queue, versions: [{name: one, template: other.yaml}]}
                - {name: shared, id: prod-shared, sharedFrom: "999900009999", versions: [{name: one, template: other.yaml}]}
              portfolios:
                - {name: blocks, products: [queue, shared]}
        """;

    private static final PrepareRequest FRESH =
            new PrepareRequest(Map.of(), "fresh", "platform", 100, Duration.ofMinutes(1));

    @RegisterExtension
    static final PostgresDatabase DATABASE = new PostgresDatabase();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void areOneForAllStacksWhoseTemplatesSayTheSame() throws IOException {
        try (DiscoveryScene scene = scene()) {
            List<VersionGroup> groups = groups(scene, in("queue"));

            assertThat(groups)
                    .extracting(group -> group.stacks().stream()
                            .map(stack -> stack.arn().stackName())
                            .toList())
                    .containsExactly(List.of("a", "b"), List.of("c"));
            assertThat(make(scene, in("queue"), scene.versions()))
                    .allSatisfy(made -> assertThat(((Available) made).isNew()).isTrue());
            assertThat(scene.discoverAnew().proposals())
                    .extracting(Discovered.Proposal::name)
                    .containsExactly("a", "b", "c");
            assertThat(created(scene)).isEqualTo(2);
        }
    }

    @Test
    void areFollowedUntilTheyAreAvailable() throws IOException {
        try (DiscoveryScene scene = scene()) {
            make(scene, in("queue"), scene.versions());

            assertThat(scene.calls().stream()
                            .filter(call -> call.operation().equals("DescribeProvisioningArtifact")
                                    && "prod-queue".equals(call.parameters().get("ProductId"))))
                    .as("looks at two new versions, each before and after it is made")
                    .hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void areNotMadeTwiceAlsoWithoutTheDatabase() throws IOException {
        try (DiscoveryScene scene = scene()) {
            make(scene, in("queue"), scene.versions());
            DATABASE.jdbc().sql("delete from prepared_version").update();

            List<PreparedVersion> again = make(scene, in("queue"), scene.versions());

            assertThat(again)
                    .allSatisfy(made -> assertThat(((Available) made).isNew()).isFalse());
            assertThat(created(scene)).isEqualTo(2);
        }
    }

    @Test
    void areNotMadeTwiceWhereTheListDoesNotShowThemYet() throws IOException {
        try (DiscoveryScene scene = scene()) {
            LaggingGateway lagging = new LaggingGateway(scene.versions());
            make(scene, in("queue"), lagging);

            List<PreparedVersion> again = make(scene, in("queue"), lagging);

            assertThat(again)
                    .allSatisfy(made -> assertThat(((Available) made).isNew()).isFalse());
            assertThat(created(scene)).isEqualTo(2);
        }
    }

    @Test
    void areNotMadeTwiceWhereverTheProgramDies() throws IOException {
        assertThat(deaths(in("queue"), 3)).isGreaterThan(6);
    }

    @Test
    void areNotMadeTwiceInANewProductWhereverTheProgramDies() throws IOException {
        assertThat(deaths(FRESH, 2)).isGreaterThan(6);
    }

    /**
     * The program dies before and after each call of the making, and so before and after each write. Returns how often.
     *
     * @param versions how many versions the product is to have in the end
     */
    private int deaths(PrepareRequest request, int versions) throws IOException {
        int points = 1;
        for (int death = 0; death < points; death++) {
            DATABASE.jdbc()
                    .sql("truncate prepared_version, discovered_stack, discovered_version, discovered_comparison,"
                            + " discovered_catalog, discovered_template")
                    .update();
            try (DiscoveryScene scene = scene()) {
                LaggingGateway lagging = new LaggingGateway(scene.versions());
                if (death == 0) {
                    MortalGateway immortal = new MortalGateway(lagging, -1);
                    make(scene, request, immortal);
                    points = immortal.points;
                    continue;
                }
                MortalGateway mortal = new MortalGateway(lagging, death);
                assertThatThrownBy(() -> make(scene, request, mortal)).isInstanceOf(Died.class);

                List<PreparedVersion> made = make(scene, request, lagging);

                assertThat(made).as("after death %d", death).allMatch(Available.class::isInstance);
                assertThat(made.stream()
                                .map(each -> ((Available) each).productId())
                                .distinct())
                        .as("products after death %d", death)
                        .singleElement()
                        .satisfies(product -> assertThat(scene.versions().versions(DiscoveryScene.LANE, product))
                                .hasSize(versions));
            }
        }
        return points;
    }

    @Test
    void areMadeAgainOnceSomebodyHasDeletedThem() throws IOException {
        try (DiscoveryScene scene = scene()) {
            recorded(scene, "x", "pa-gone");

            make(scene, in("queue"), scene.versions());

            assertThat(created(scene)).isEqualTo(2);
        }
    }

    @Test
    void areMadeFromAStackThatHasTheTemplateNowAndNotFromOneThatHadIt() throws IOException {
        try (DiscoveryScene scene = scene()) {
            String updated = groups(scene, in("queue")).get(1).model().arn().toString();
            recorded(scene, updated, null);
            Instant before = scene.time.instant();

            make(scene, in("queue"), scene.versions());

            // Only after that does AWS surely show what an earlier start has made from that stack.
            assertThat(Duration.between(before, scene.time.instant())).isGreaterThanOrEqualTo(Duration.ofMinutes(1));

            assertThat(scene.versions().versions(DiscoveryScene.LANE, "prod-queue"))
                    .extracting(VersionGateway.MadeVersion::description)
                    .filteredOn(description -> description.contains(updated))
                    .as("the version of that stack's own template")
                    .hasSize(1);
        }
    }

    @Test
    void areNotMadeFromAStackThatWasUpdatedMeanwhile() throws IOException {
        try (DiscoveryScene scene = scene()) {
            List<VersionGroup> groups = groups(scene, in("queue"));
            VersionGroup changed = new VersionGroup(
                    DiscoveryScene.LANE,
                    groups.get(0).template(),
                    groups.get(1).stacks(),
                    groups.get(0).target(),
                    "");

            PreparedVersion made = scene.preparation(scene.versions()).make(in("queue"), changed);

            assertThat(((NotMade) made).why()).contains("is no longer the one that was compared: run again");
            assertThat(created(scene)).isZero();
        }
    }

    /** An earlier start has asked for the version of the first group. */
    private static void recorded(DiscoveryScene scene, String stackArn, @Nullable String version) {
        DATABASE.jdbc()
                .sql("insert into prepared_version (lane, product, template, attempt, stack_arn, name, asked_at,"
                        + " product_id, provisioning_artifact_id)"
                        + " values (?, 'prod-queue', ?, 1, ?, 'x', now(), nullif(?, ''), nullif(?, ''))")
                .params(
                        DiscoveryScene.LANE.toString(),
                        groups(scene, in("queue")).get(0).template(),
                        stackArn,
                        version == null ? "" : "prod-queue",
                        version == null ? "" : version)
                .update();
    }

    @Test
    void areNotMadeInAProductOfAnotherAccount() throws IOException {
        try (DiscoveryScene scene = scene()) {
            for (String product : List.of("shared", "prod-shared")) {
                assertThat(make(scene, in(product), scene.versions()))
                        .allSatisfy(made -> assertThat(((NotMade) made).why()).contains("shared by"));
            }
            assertThat(created(scene)).isZero();
        }
    }

    @Test
    void areNotMadeWhereNoProductIsNamedOrThereIsNone() throws IOException {
        try (DiscoveryScene scene = scene()) {
            assertThat(make(scene, in(""), scene.versions()))
                    .allSatisfy(made -> assertThat(((NotMade) made).why()).startsWith("No product is named"));
            assertThat(make(scene, in("nothing"), scene.versions()))
                    .allSatisfy(made -> assertThat(((NotMade) made).why()).startsWith("There is no product 'nothing'"));
        }
    }

    @Test
    void areNotMadeInALaneThatDoesNotAnswer() throws IOException {
        try (DiscoveryScene scene = scene()) {
            List<Discovered.Unmatched> unmatched = scene.discover().unmatched();
            scene.faults("calls: [{fault: error, operations: [SearchProductsAsAdmin], code: ThrottlingException}]");

            assertThat(scene.preparation(scene.versions()).groups(in("queue"), unmatched))
                    .extracting(VersionGroup::target)
                    .hasSize(2)
                    .allMatch(VersionGroup.Target.Nowhere.class::isInstance);
        }
    }

    @Test
    void stopAtTheQuota() throws IOException {
        try (DiscoveryScene scene = scene()) {
            PrepareRequest two = new PrepareRequest(Map.of(), "queue", "", 2, Duration.ofMinutes(1));

            List<PreparedVersion> made = make(scene, two, scene.versions());

            assertThat(made.get(0)).isInstanceOf(Available.class);
            assertThat(((NotMade) made.get(1)).why()).contains("has 2 versions").contains("--versions-per-product");
        }
    }

    @Test
    void comeWithNewProductsWhereTheUserWantsIt() throws IOException {
        try (DiscoveryScene scene = scene()) {
            List<PreparedVersion> made = make(scene, FRESH, scene.versions());
            List<PreparedVersion> again = make(scene, FRESH, scene.versions());

            assertThat(made).allMatch(Available.class::isInstance);
            assertThat(again)
                    .allSatisfy(each -> assertThat(((Available) each).isNew()).isFalse());
            assertThat(operations(scene).filter("CreateProduct"::equals)).hasSize(1);
            assertThat(created(scene)).isEqualTo(1);
        }
    }

    @Test
    void areInOneNewProductAlsoWhereTheSearchDoesNotShowItYet() throws IOException {
        try (DiscoveryScene scene = scene()) {
            LaggingGateway lagging = new LaggingGateway(scene.versions());

            List<PreparedVersion> made = make(scene, FRESH, lagging);
            List<PreparedVersion> again = make(scene, FRESH, lagging);

            assertThat(made).allMatch(Available.class::isInstance);
            assertThat(again)
                    .allSatisfy(each -> assertThat(((Available) each).isNew()).isFalse());
            assertThat(operations(scene).filter("CreateProduct"::equals)).hasSize(1);
            assertThat(created(scene)).isEqualTo(1);
        }
    }

    @Test
    void needWhatTheirPolicyAllowsAndNothingElse() throws IOException {
        String policy = Files.readString(Path.of("jobs/iam/prepare-policy.json"));
        Files.writeString(
                directory.resolve("policy.json"),
                policy.replace("example-product-templates", "sandbox-templates-111122223333-eu-central-1"));
        try (DiscoveryScene scene = scene()) {
            make(scene, FRESH, scene.versions());
            make(scene, in("prod-queue"), scene.versions());

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
            assertThat(scene.calls())
                    .noneMatch(call -> String.valueOf(call.errorCode()).startsWith("AccessDenied"));
            assertThat(allowed).isEqualTo(needed);
        }
    }

    private static PrepareRequest in(String product) {
        return new PrepareRequest(Map.of(), product, "", 100, Duration.ofMinutes(1));
    }

    private static List<VersionGroup> groups(DiscoveryScene scene, PrepareRequest request) {
        return groups(scene, request, scene.versions());
    }

    private static List<VersionGroup> groups(DiscoveryScene scene, PrepareRequest request, VersionGateway versions) {
        return scene.preparation(versions).groups(request, scene.discover().unmatched());
    }

    private static List<PreparedVersion> make(DiscoveryScene scene, PrepareRequest request, VersionGateway versions) {
        List<VersionGroup> groups = groups(scene, request, versions);
        Preparation preparation = scene.preparation(versions);
        return groups.stream().map(group -> preparation.make(request, group)).toList();
    }

    private static Stream<String> operations(DiscoveryScene scene) {
        return scene.calls().stream().map(Call::operation);
    }

    private static long created(DiscoveryScene scene) {
        return operations(scene).filter("CreateProvisioningArtifact"::equals).count();
    }

    private DiscoveryScene scene() throws IOException {
        write("a.yaml", "Resources: {Topic: {Type: AWS::SNS::Topic, Properties: {FifoTopic: true}}}\n");
        write(
                "b.json",
                "{\"Resources\":{\"Topic\":{\"Properties\":{\"FifoTopic\":true},\"Type\":\"AWS::SNS::Topic\"}}}");
        write("c.yaml", "Resources: {Bucket: {Type: AWS::S3::Bucket}}\n");
        write("other.yaml", "Resources: {Queue: {Type: AWS::SQS::Queue}}\n");
        return new DiscoveryScene(DATABASE, directory, """
                accounts:
                  "111122223333":
                    eu-central-1:
                      stacks:
                        - {name: a, template: a.yaml}
                        - {name: b, template: b.json}
                        - {name: c, template: c.yaml}
                """ + PRODUCTS);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    /** The death of the program. */
    private static final class Died extends Error {}

    /** The calls of a program that dies before or after one of them. */
    private static final class MortalGateway implements VersionGateway {
        private final VersionGateway world;
        private final int death;
        private int points;

        MortalGateway(VersionGateway world, int death) {
            this.world = world;
            this.death = death;
        }

        private <T> T mortal(Supplier<T> call) {
            reach();
            T answer = call.get();
            reach();
            return answer;
        }

        private void reach() {
            if (points++ == death) {
                throw new Died();
            }
        }

        @Override
        public Page<OwnProduct> products(Lane lane, @Nullable String pageToken) {
            return mortal(() -> world.products(lane, pageToken));
        }

        @Override
        public Optional<OwnProduct> product(Lane lane, String productId) {
            return mortal(() -> world.product(lane, productId));
        }

        @Override
        public List<MadeVersion> versions(Lane lane, String productId) {
            return mortal(() -> world.versions(lane, productId));
        }

        @Override
        public String createVersion(VersionRequest request) {
            return mortal(() -> world.createVersion(request));
        }

        @Override
        public MadeProduct createProduct(VersionRequest request, String owner) {
            return mortal(() -> world.createProduct(request, owner));
        }
    }

    /** An AWS whose lists do not show what was made, although everything can be looked at by its id. */
    private static final class LaggingGateway implements VersionGateway {
        private final VersionGateway world;
        private final Set<String> made = new HashSet<>();

        LaggingGateway(VersionGateway world) {
            this.world = world;
        }

        @Override
        public Page<OwnProduct> products(Lane lane, @Nullable String pageToken) {
            Page<OwnProduct> page = world.products(lane, pageToken);
            return new Page<>(
                    page.items().stream()
                            .filter(product -> !made.contains(product.id()))
                            .toList(),
                    page.nextToken());
        }

        @Override
        public Optional<OwnProduct> product(Lane lane, String productId) {
            return world.product(lane, productId);
        }

        @Override
        public List<MadeVersion> versions(Lane lane, String productId) {
            return world.versions(lane, productId).stream()
                    .filter(version -> !made.contains(version.id()))
                    .toList();
        }

        @Override
        public String createVersion(VersionRequest request) {
            String version = world.createVersion(request);
            made.add(version);
            return version;
        }

        @Override
        public MadeProduct createProduct(VersionRequest request, String owner) {
            MadeProduct product = world.createProduct(request, owner);
            made.add(product.productId());
            made.add(product.provisioningArtifactId());
            return product;
        }
    }
}
