package io.catalogimport.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.catalogimport.aws.ArtifactTemplates;
import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.SandboxSettings;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.StackDescription;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.mapping.StackMapping;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls of AWS a mapping takes in a lane that has many. */
class CallsPerMappingIT {
    private static final int STACKS = 1_000;
    private static final Duration NONE = Duration.ZERO;

    private Sandbox sandbox;
    private SandboxSettings settings;
    private LaneClients clients;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("queue.yaml"), "Resources: {Queue: {Type: AWS::SQS::Queue}}\n");
        Files.writeString(directory.resolve("seed.yaml"), seed());
        sandbox = Sandbox.builder().seed(directory).start();
        settings = SandboxSettings.of(sandbox);
        clients = new LaneClients();
    }

    private static String seed() {
        return """
                accounts:
                  "111122223333":
                    eu-central-1:
                      products:
                        - {name: queue, id: prod-queue, versions: [{name: one, id: pa-one, template: queue.yaml}]}
                      portfolios:
                        - {name: blocks, id: port-blocks, products: [queue]}
                      stacks:
                """
                + IntStream.range(0, STACKS)
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
        List<StackMapping> mappings = mappings();
        int before = sandbox.calls().size();

        MappingValidator validator = validator(mappings);

        assertThat(mappings)
                .allSatisfy(mapping -> assertThat(validator.validate(mapping)).isInstanceOf(Verdict.Importable.class));
        Map<String, Long> calls = sandbox.calls().stream()
                .skip(before)
                .collect(Collectors.groupingBy(Call::operation, Collectors.counting()));
        assertThat(calls)
                .as("calls for 1,000 mappings")
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "DescribeStacks", 10L,
                        "GetTemplate", 1_000L,
                        "GetObject", 1L,
                        "SearchProvisionedProducts", 1L,
                        "DescribeProductAsAdmin", 1L,
                        "DescribeProvisioningArtifact", 1L,
                        "ListLaunchPaths", 1L));
    }

    @Test
    void isNoMoreThanTwoWhereStacksMayNotBeListed() {
        List<StackMapping> mappings = mappings().subList(0, 100);
        sandbox.faults("calls: [{fault: deny, operations: [DescribeStacks], times: 1}]");
        int before = sandbox.calls().size();

        MappingValidator validator = validator(mappings);

        assertThat(mappings)
                .allSatisfy(mapping -> assertThat(validator.validate(mapping)).isInstanceOf(Verdict.Importable.class));
        assertThat(sandbox.calls().size() - before).isLessThanOrEqualTo(2 * 100 + 1 + 5);
    }

    private MappingValidator validator(List<StackMapping> upcoming) {
        SdkStackGateway stacks = new SdkStackGateway(clients);
        FakeTime time = new FakeTime();
        AwsFacts facts = new AwsFacts(
                stacks,
                new SdkCatalogGateway(clients),
                new ArtifactTemplates(clients, stacks),
                new CallerIdentity(clients),
                new PoliteCalls(
                        new PoliteRate(5, time, time), new TransientRetry(time, time, new Patience(NONE, NONE, NONE))),
                new FreshAccess(time, time),
                (lane, line, limit) -> upcoming.stream()
                        .filter(mapping -> mapping.line() >= line)
                        .limit(limit)
                        .toList());
        return new MappingValidator(facts, TemplateCheck.STRICT, EarlierImports.UNKNOWN);
    }

    /** One mapping for each stack, whose ids only the sandbox knows. */
    private List<StackMapping> mappings() {
        SdkStackGateway stacks = new SdkStackGateway(clients);
        StackArn any = new StackArn("aws", "eu-central-1", "111122223333", "any", "0");
        List<StackArn> arns = new ArrayList<>();
        Pages<StackDescription> pages = token -> stacks.livingStacks(any.lane(), token);
        pages.turn(page ->
                arns.addAll(page.items().stream().map(StackDescription::arn).toList()));
        return IntStream.range(0, arns.size())
                .mapToObj(index -> new StackMapping(
                        index + 2,
                        arns.get(index),
                        "prod-queue",
                        "pa-one",
                        arns.get(index).stackName()))
                .toList();
    }
}
