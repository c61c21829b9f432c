package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.Lane;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.SandboxSettings;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkInventoryGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.mapping.VersionNames;
import io.catalogimport.sandbox.Call;
import io.catalogimport.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls of AWS a mapping takes in a lane that has many. */
class CallsPerMappingIT {
    private static final String REGION = "eu-central-1";
    private static final int STACKS = 1_000;
    private static final String OTHER_REGION = "eu-west-1";
    private static final int STACKS_IN_OTHER_REGION = 40;
    private static final Duration NONE = Duration.ZERO;

    private Sandbox sandbox;
    private SandboxSettings settings;
    private LaneClients clients;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("queue.yaml"), "Resources: {Queue: {Type: AWS::SQS::Queue}}\n");
        Files.writeString(
                directory.resolve("seed.yaml"),
                "accounts:\n  \"111122223333\":\n" + region(REGION, STACKS)
                        + region(OTHER_REGION, STACKS_IN_OTHER_REGION));
        sandbox = Sandbox.builder().seed(directory).start();
        settings = SandboxSettings.of(sandbox);
        clients = new LaneClients();
    }

    private static String region(String name, int stacks) {
        return """
                    %s:
                      products:
                        - {name: queue, id: prod-queue, versions: [{name: one, id: pa-one, template: queue.yaml}]}
                      portfolios:
                        - {name: blocks, id: port-blocks, products: [queue]}
                      stacks:
                """.formatted(name)
                + IntStream.range(0, stacks)
                        .mapToObj(number -> "        - {name: stack-%d, template: queue.yaml}%n".formatted(number))
                        .collect(Collectors.joining());
    }

    @AfterEach
    void stop() {
        clients.close();
        settings.close();
        sandbox.close();
    }

    @Test
    void isLittleMoreThanOneInALaneOfAThousand() {
        assertThat(callsFor(mappings(stacks(REGION))))
                .as("calls for 1,000 mappings")
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DescribeStacks", 10L,
                        "GetTemplate", 1_000L,
                        "GetObject", 1L,
                        "SearchProvisionedProducts", 1L,
                        "DescribeProductAsAdmin", 1L,
                        "DescribeProvisioningArtifact", 1L,
                        "DescribeProvisioningParameters", 1L,
                        "ListLaunchPaths", 1L));
    }

    /** AWS tells of no two stacks' templates at once, so that a call for each is the least; the others are the lane's. */
    @Test
    void isOneBesideThoseOfTheLaneInALaneOfTwenty() {
        assertThat(callsFor(mappings(stacks(OTHER_REGION).subList(0, 20))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DescribeStacks", 1L,
                        "GetTemplate", 20L,
                        "GetObject", 1L,
                        "SearchProvisionedProducts", 1L,
                        "DescribeProductAsAdmin", 1L,
                        "DescribeProvisioningArtifact", 1L,
                        "DescribeProvisioningParameters", 1L,
                        "ListLaunchPaths", 1L));
    }

    @Test
    void isTwoMoreForTheLaneWhereTheMappingsNameTheirVersions() {
        List<StackMapping> named = mappings(stacks(OTHER_REGION)).stream()
                .map(mapping -> new StackMapping(
                        mapping.line(),
                        mapping.stackArn(),
                        "",
                        "",
                        mapping.provisionedProductName(),
                        new VersionNames("queue", "one")))
                .toList();

        assertThat(callsFor(named))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DescribeStacks", 1L,
                        "GetTemplate", 40L,
                        "GetObject", 1L,
                        "SearchProvisionedProducts", 1L,
                        "SearchProducts", 1L,
                        "DescribeProduct", 1L,
                        "DescribeProductAsAdmin", 1L,
                        "DescribeProvisioningArtifact", 1L,
                        "DescribeProvisioningParameters", 1L,
                        "ListLaunchPaths", 1L));
    }

    @Test
    void isStillLessThanTwoWhereTheAccountHasManyMoreStacks() {
        List<StackArn> all = stacks(REGION);
        List<StackArn> few =
                IntStream.range(0, 20).mapToObj(number -> all.get(50 * number)).toList();

        assertThat(callsFor(mappings(few))).containsEntry("DescribeStacks", 10L).containsEntry("GetTemplate", 20L);
    }

    @Test
    void doesNotGrowWhereLanesTakeTurnsInTheFile() {
        List<StackArn> one = stacks(REGION);
        List<StackArn> other = stacks(OTHER_REGION);
        List<StackArn> byTurns = IntStream.range(0, STACKS_IN_OTHER_REGION)
                .boxed()
                .flatMap(row -> Stream.of(one.get(row), other.get(row)))
                .toList();

        assertThat(callsFor(mappings(byTurns)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DescribeStacks", 2L,
                        "GetTemplate", 80L,
                        "GetObject", 2L,
                        "SearchProvisionedProducts", 2L,
                        "DescribeProductAsAdmin", 2L,
                        "DescribeProvisioningArtifact", 2L,
                        "DescribeProvisioningParameters", 2L,
                        "ListLaunchPaths", 2L));
    }

    @Test
    void isNoMoreThanTwoWhereStacksMayNotBeListed() {
        List<StackMapping> mappings = mappings(stacks(REGION).subList(0, 100));
        sandbox.faults("calls: [{fault: deny, operations: [DescribeStacks], times: 1}]");

        long calls =
                callsFor(mappings).values().stream().mapToLong(count -> count).sum();

        assertThat(calls).isLessThanOrEqualTo(2 * 100 + 1 + 6);
    }

    /** How often each operation is called until all these are found importable. */
    private Map<String, Long> callsFor(List<StackMapping> mappings) {
        int before = sandbox.calls().size();

        MappingValidator validator = validator(mappings);

        assertThat(mappings)
                .allSatisfy(mapping -> assertThat(validator.validate(mapping)).isInstanceOf(Verdict.Importable.class));
        return sandbox.calls().stream()
                .skip(before)
                .collect(Collectors.groupingBy(Call::operation, Collectors.counting()));
    }

    private MappingValidator validator(List<StackMapping> upcoming) {
        SdkStackGateway stacks = new SdkStackGateway(clients);
        FakeTime time = new FakeTime();
        AwsFacts facts = new AwsFacts(
                stacks,
                new SdkCatalogGateway(clients),
                new SdkInventoryGateway(clients),
                new ArtifactTemplates(clients, stacks),
                new CallerIdentity(clients),
                new PoliteCalls(
                        new PoliteRate(5, time, time), new TransientRetry(time, time, new Patience(NONE, NONE, NONE))),
                new FreshAccess(time, time),
                (lane, line, limit) -> upcoming.stream()
                        .filter(mapping -> mapping.stackArn().lane().equals(lane))
                        .filter(mapping -> mapping.line() >= line)
                        .limit(limit)
                        .toList());
        return new MappingValidator(facts, CheckSettings.STRICT, EarlierImports.UNKNOWN);
    }

    /** All stacks of the region, whose ids only the sandbox knows. */
    private List<StackArn> stacks(String region) {
        SdkStackGateway stacks = new SdkStackGateway(clients);
        Lane lane = new Lane("aws", "111122223333", region);
        List<StackArn> arns = new ArrayList<>();
        Pages<StackDescription> pages = token -> stacks.livingStacks(lane, token);
        pages.turn(page ->
                arns.addAll(page.items().stream().map(StackDescription::arn).toList()));
        return arns;
    }

    /** A mapping for each stack, in this order. */
    private static List<StackMapping> mappings(List<StackArn> stacks) {
        return IntStream.range(0, stacks.size())
                .mapToObj(index ->
                        new StackMapping(index + 2, stacks.get(index), "prod-queue", "pa-one", "product-" + index))
                .toList();
    }
}
