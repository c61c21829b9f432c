package io.catalogimport.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClientBuilder;
import software.amazon.awssdk.services.servicecatalog.model.ImportAsProvisionedProductRequest;
import software.amazon.awssdk.services.servicecatalog.model.RecordDetail;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A sandbox with a stopped clock and unmodified SDK clients for it. The usual seed has the product {@code prod-queue}
 * with the version {@code pa-one} and the stacks that a test names.
 */
final class Scene implements AutoCloseable {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-central-1";
    static final String TEMPLATE = "Resources: {Queue: {Type: AWS::SQS::Queue}}\n";

    private static final String USUAL_SEED = """
            accounts:
              "111122223333":
                eu-central-1:
                  stacks:
                    - {name: other, template: other.yaml}
            %s
                  products:
                    - name: queue
                      id: prod-queue
                      versions:
                        - {name: one, id: pa-one, template: queue.yaml}
                        - {name: old, id: pa-old, template: queue.yaml, active: false}
                  portfolios:
                    - {name: blocks, id: port-blocks, products: [queue]}
            """;

    private final SettableClock clock = new SettableClock();
    private final Sandbox sandbox;

    private Scene(Path seed) {
        this.sandbox = Sandbox.builder().seed(seed).clock(clock).start();
    }

    /** The usual seed, with further stacks as flow maps: {@code {name: a, template: queue.yaml}}. */
    static Scene with(Path directory, String... stacks) throws IOException {
        StringBuilder lines = new StringBuilder();
        List.of(stacks)
                .forEach(stack -> lines.append("        - ").append(stack).append('\n'));
        return seeded(directory, USUAL_SEED.formatted(lines));
    }

    static Scene seeded(Path directory, String seed) throws IOException {
        Files.writeString(directory.resolve("queue.yaml"), TEMPLATE);
        Files.writeString(directory.resolve("other.yaml"), "Resources: {Topic: {Type: AWS::SNS::Topic}}\n");
        Files.writeString(directory.resolve("seed.yaml"), seed);
        return new Scene(directory);
    }

    SettableClock clock() {
        return clock;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    ServiceCatalogClient catalog() {
        return catalog(ACCOUNT, REGION);
    }

    ServiceCatalogClient catalog(String accessKeyId, String region) {
        return client(ServiceCatalogClient.builder(), credentials(accessKeyId), region);
    }

    /** A client that does not try again, so that a test sees what happens to each call. */
    ServiceCatalogClient catalogWithoutRetries() {
        return client(withoutRetries(ServiceCatalogClient.builder()), credentials(ACCOUNT), REGION);
    }

    /** A client that gives up after that time. */
    ServiceCatalogClient catalogWithin(Duration time) {
        ServiceCatalogClientBuilder builder = ServiceCatalogClient.builder()
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(time));
        return client(builder, credentials(ACCOUNT), REGION);
    }

    CloudFormationClient stacksWithoutRetries() {
        return client(withoutRetries(CloudFormationClient.builder()), credentials(ACCOUNT), REGION);
    }

    CloudFormationClient stacks() {
        return stacks(credentials(ACCOUNT), REGION);
    }

    CloudFormationClient stacks(AwsCredentials credentials, String region) {
        return client(CloudFormationClient.builder(), credentials, region);
    }

    StsClient identity(AwsCredentials credentials) {
        return client(StsClient.builder(), credentials, REGION);
    }

    S3Client objects(String accessKeyId) {
        return client(S3Client.builder(), credentials(accessKeyId), REGION);
    }

    static AwsCredentials credentials(String accessKeyId) {
        return AwsBasicCredentials.create(accessKeyId, "not verified");
    }

    Stack stack(String nameOrArn) {
        return stacks().describeStacks(request -> request.stackName(nameOrArn))
                .stacks()
                .get(0);
    }

    /** Imports the stack of that name into {@code prod-queue}, under its own name. */
    RecordDetail importStack(String name) {
        return importStack(name, request -> {});
    }

    RecordDetail importStack(String name, Consumer<ImportAsProvisionedProductRequest.Builder> changes) {
        String arn = stack(name).stackId();
        return catalog()
                .importAsProvisionedProduct(request -> {
                    request.productId("prod-queue")
                            .provisioningArtifactId("pa-one")
                            .provisionedProductName(name)
                            .physicalId(arn)
                            .idempotencyToken("token-" + name);
                    changes.accept(request);
                })
                .recordDetail();
    }

    RecordDetail catalogRecord(String id) {
        return catalog().describeRecord(request -> request.id(id)).recordDetail();
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private static <B extends AwsClientBuilder<B, ?>> B withoutRetries(B builder) {
        return builder.overrideConfiguration(
                configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    private <C extends SdkClient> C client(AwsClientBuilder<?, C> builder, AwsCredentials credentials, String region) {
        builder.endpointOverride(sandbox.endpoint());
        builder.region(Region.of(region));
        builder.credentialsProvider(StaticCredentialsProvider.create(credentials));
        return builder.build();
    }
}
