package io.catalogimport.bench;

import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;

/** The alternative: a loop that imports a lane's stacks and waits for each with the SDK's waiter, without a ledger. */
final class WaiterScript {
    private final URI endpoint;
    private final LaneScenery lane;
    private final WaiterOverrideConfiguration waiting;

    WaiterScript(URI endpoint, LaneScenery lane, Duration delay) {
        this.endpoint = endpoint;
        this.lane = lane;
        this.waiting = WaiterOverrideConfiguration.builder()
                .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(delay))
                .maxAttempts(120)
                .build();
    }

    /** Imports all of them. */
    void run() {
        try (ServiceCatalogClient catalog =
                        configured(ServiceCatalogClient.builder()).build();
                CloudFormationClient cloudFormation =
                        configured(CloudFormationClient.builder()).build();
                CloudFormationWaiter waiter = cloudFormation.waiter()) {
            IntStream.range(0, lane.importTimes().size()).forEach(number -> {
                catalog.importAsProvisionedProduct(request -> request.productId(LaneScenery.PRODUCT)
                        .provisioningArtifactId(LaneScenery.ARTIFACT)
                        .provisionedProductName(lane.name(number))
                        .physicalId(lane.arn(number))
                        .idempotencyToken("token-" + number));
                DescribeStacksRequest status = DescribeStacksRequest.builder()
                        .stackName(lane.arn(number))
                        .build();
                waiter.waitUntilStackImportComplete(status, waiting);
            });
        }
    }

    private <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.of(lane.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(lane.account(), "secret")));
    }
}
