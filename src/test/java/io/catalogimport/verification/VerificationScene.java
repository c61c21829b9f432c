package io.catalogimport.verification;

import io.catalogimport.aws.CallerIdentity;
import io.catalogimport.aws.FakeTime;
import io.catalogimport.aws.LaneClients;
import io.catalogimport.aws.Patience;
import io.catalogimport.aws.PoliteCalls;
import io.catalogimport.aws.PoliteRate;
import io.catalogimport.aws.RoleSettings;
import io.catalogimport.aws.SandboxSettings;
import io.catalogimport.aws.SdkCatalogGateway;
import io.catalogimport.aws.SdkStackGateway;
import io.catalogimport.aws.SdkVerificationGateway;
import io.catalogimport.aws.StackArn;
import io.catalogimport.aws.TransientRetry;
import io.catalogimport.ledger.ImportedRow;
import io.catalogimport.mapping.StackMapping;
import io.catalogimport.sandbox.Call;
import io.catalogimport.sandbox.Sandbox;
import io.catalogimport.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;

/**
 * Stacks in the regions of an account, most of which were imported under their own names, and rows that say so. Time passes
 * only when the test wants it.
 */
public final class VerificationScene implements AutoCloseable {
    public static final String ACCOUNT = "111122223333";
    public static final String REGION = "eu-central-1";
    public static final String OTHER_REGION = "eu-west-1";
    static final String TEMPLATE = "Resources: {Queue: {Type: AWS::SQS::Queue}}\n";

    private final FakeTime time = new FakeTime();
    private final Map<String, List<String>> imported = new LinkedHashMap<>();
    private final Map<String, List<String>> others = new LinkedHashMap<>();
    private final Path directory;
    private final List<SdkClient> clients = new ArrayList<>();
    private @Nullable Running running;
    private String portfolio = "{name: blocks, id: port-blocks, products: [queue]}";
    private Optional<String> owner = Optional.empty();

    /** What is there once the scene has started. */
    private record Running(Sandbox sandbox, SandboxSettings settings, LaneClients lanes) {}

    public VerificationScene(Path directory) {
        this.directory = directory;
    }

    /** These stacks of a region were imported. */
    public VerificationScene imported(String region, List<String> stacks) {
        imported.computeIfAbsent(region, name -> new ArrayList<>()).addAll(stacks);
        return this;
    }

    VerificationScene imported(String... stacks) {
        return imported(REGION, List.of(stacks));
    }

    /** These stacks of a region belong to no provisioned product. */
    VerificationScene others(String region, List<String> stacks) {
        others.computeIfAbsent(region, name -> new ArrayList<>()).addAll(stacks);
        return this;
    }

    VerificationScene portfolio(String flowMap) {
        portfolio = flowMap;
        return this;
    }

    VerificationScene expectingOwner(String arn) {
        owner = Optional.of(arn);
        return this;
    }

    public VerificationScene start() throws IOException {
        return start("");
    }

    /**
     * Starts AWS.
     *
     * @param more further lines of the seed
     */
    public VerificationScene start(String more) throws IOException {
        Files.writeString(directory.resolve("queue.yaml"), TEMPLATE);
        Files.writeString(directory.resolve("other.yaml"), "Resources: {Topic: {Type: AWS::SNS::Topic}}\n");
        String regions = imported.keySet().stream().map(this::region).collect(Collectors.joining());
        Files.writeString(
                directory.resolve("seed.yaml"), more + "accounts:\n  \"%s\":\n%s".formatted(ACCOUNT, regions));
        Sandbox sandbox = Sandbox.builder().seed(directory).clock(time).start();
        running = new Running(
                sandbox,
                SandboxSettings.of(sandbox),
                new LaneClients(new RoleSettings("catalog-import", null, "test")));
        return this;
    }

    private String region(String name) {
        List<String> mine = imported.getOrDefault(name, List.of());
        List<String> unmanaged = others.getOrDefault(name, List.of());
        StringBuilder lines = new StringBuilder();
        lines.append("    ").append(name).append(":\n      stacks:\n");
        for (List<String> stacks : List.of(mine, unmanaged)) {
            stacks.forEach(stack -> lines.append(
                    "        - {name: %s, id: \"%s\", template: queue.yaml}%n".formatted(stack, id(stack))));
        }
        lines.append("""
                      products:
                        - name: queue
                          id: prod-queue
                          versions:
                            - {name: one, id: pa-one, template: queue.yaml}
                            - {name: two, id: pa-two, template: queue.yaml}
                      portfolios:
                        - %s
                      provisionedProducts:
                """.indent(0).formatted(portfolio));
        mine.forEach(stack -> lines.append(
                "        - {name: %1$s, id: pp-%1$s, stack: %1$s, product: queue, version: one}%n".formatted(stack)));
        return lines.toString();
    }

    private static String id(String stack) {
        return "11111111-1111-1111-1111-%012x".formatted(stack.hashCode() & 0xFFFFFFFFL);
    }

    static StackArn arn(String region, String stack) {
        return new StackArn("aws", region, ACCOUNT, stack, id(stack));
    }

    /** A row for each stack that was imported, beginning with line 2. */
    public List<ImportedRow> rows() {
        List<ImportedRow> rows = new ArrayList<>();
        imported.forEach((region, stacks) -> stacks.forEach(stack -> rows.add(row(rows.size() + 2, region, stack))));
        return rows;
    }

    static ImportedRow row(int line, String region, String stack) {
        StackArn arn = arn(region, stack);
        return new ImportedRow(
                new StackMapping(line, arn, "prod-queue", "pa-one", stack),
                List.of(arn.toString(), "prod-queue", "pa-one", stack),
                "pp-" + stack,
                null);
    }

    public AwsSources aws() {
        LaneClients lanes = running().lanes();
        Patience patience = new Patience(Duration.ZERO, Duration.ofMinutes(5), Duration.ZERO);
        return new AwsSources(
                new SdkVerificationGateway(lanes),
                new SdkCatalogGateway(lanes),
                new SdkStackGateway(lanes),
                new CallerIdentity(lanes),
                new PoliteCalls(new PoliteRate(1e6, time, time), new TransientRetry(time, time, patience)));
    }

    List<VerifiedRow> verified() {
        return verified(rows());
    }

    List<VerifiedRow> verified(List<ImportedRow> rows) {
        try (Verification verification = new Verification(aws(), owner)) {
            return verification.verify(rows);
        }
    }

    /** The result and the codes of each row: {@code MATCHES}, {@code DIFFERS VERSION_DIFFERS}. */
    List<String> results() {
        return verified().stream().map(VerificationScene::words).toList();
    }

    static String words(VerifiedRow row) {
        return (row.result() + " "
                        + row.findings().stream().map(Finding::code).distinct().collect(Collectors.joining(";")))
                .strip();
    }

    private Running running() {
        return Objects.requireNonNull(running);
    }

    /** How often each operation was called since then, without STS. */
    Map<String, Long> calls(int since) {
        return running().sandbox().calls().stream()
                .skip(since)
                .filter(call -> !call.service().equals("sts"))
                .collect(Collectors.groupingBy(Call::operation, Collectors.counting()));
    }

    /** The permissions that the calls so far needed. */
    Set<String> needed() {
        Set<String> needed = running().sandbox().calls().stream()
                .filter(call -> !call.service().equals("sts"))
                .map(call -> call.service() + ":" + call.operation())
                .collect(Collectors.toCollection(TreeSet::new));
        needed.add("cloudformation:ListStacks"); // For DescribeStacks without a name.
        return needed;
    }

    public List<Call> calls() {
        return running().sandbox().calls();
    }

    public void faults(String document) {
        running().sandbox().faults(document);
    }

    void later() {
        time.advance(Duration.ofMinutes(5));
    }

    public void terminated(String name) {
        catalog().terminateProvisionedProduct(request -> request.provisionedProductName(name)
                .retainPhysicalResources(true)
                .terminateToken("terminate-" + name));
        later();
    }

    public void updatedToSecondVersion(String name) {
        catalog().updateProvisionedProduct(request -> request.provisionedProductName(name)
                .provisioningArtifactId("pa-two")
                .updateToken("update-" + name));
        later();
    }

    /** Somebody else imports the stack. */
    void importedAnew(String stack, String name) {
        catalog().importAsProvisionedProduct(request -> request.productId("prod-queue")
                .provisioningArtifactId("pa-one")
                .provisionedProductName(name)
                .physicalId(arn(REGION, stack).toString())
                .idempotencyToken("import-" + name));
        later();
    }

    void deletedStack(String name) {
        stacks().deleteStack(request -> request.stackName(name));
        later();
    }

    void createdStack(String name) {
        stacks().createStack(request -> request.stackName(name).templateBody(TEMPLATE));
        later();
    }

    private ServiceCatalogClient catalog() {
        return client(ServiceCatalogClient.builder());
    }

    private CloudFormationClient stacks() {
        return client(CloudFormationClient.builder());
    }

    private <C extends SdkClient> C client(AwsClientBuilder<?, C> builder) {
        builder.endpointOverride(running().sandbox().endpoint());
        builder.region(Region.of(REGION));
        builder.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCOUNT, "any")));
        C client = builder.build();
        clients.add(client);
        return client;
    }

    @Override
    public void close() {
        clients.forEach(SdkClient::close);
        running().lanes().close();
        running().settings().close();
        running().sandbox().close();
    }
}
