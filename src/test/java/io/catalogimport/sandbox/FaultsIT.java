package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.sandbox.wire.Ending;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;
import software.amazon.awssdk.services.servicecatalog.model.ImportAsProvisionedProductResponse;
import software.amazon.awssdk.services.servicecatalog.model.ResourceNotFoundException;

/** What the SDK makes of each fault, and what the call log tells of it. */
class FaultsIT {
    private Scene scene;
    private String stackArn = "";

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        scene = Scene.with(directory, "{name: a, template: queue.yaml}");
        stackArn = scene.stack("a").stackId();
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void throttlesBeyondTheRateInEachServicesWords() {
        scene.sandbox().faults("calls: [{fault: throttle, rate: 1, burst: 2}]");

        assertThat(IntStream.range(0, 3).mapToObj(call -> error(this::describeStack)))
                .containsExactly("none", "none", "400 Throttling");
        assertThat(IntStream.range(0, 3).mapToObj(call -> error(this::importStack)))
                .containsExactly("none", "none", "400 ThrottlingException");
        scene.clock().advance(Duration.ofSeconds(1));
        assertThat(error(this::describeStack)).isEqualTo("none");
        assertThat(lastCall().fault()).isNull();
    }

    @Test
    void anSdkTriesAgainWhenItIsThrottled() {
        scene.sandbox().faults("calls: [{fault: throttle, times: 1}]");

        scene.stack("a");

        assertThat(scene.sandbox().calls()).extracting(Call::fault).endsWith(new String[] {"throttle", null});
    }

    @Test
    void failsInEachProtocolsForm() {
        scene.sandbox().faults("calls: [{fault: internal-failure, times: 2}, {fault: service-unavailable}]");

        assertThat(error(this::describeStack)).isEqualTo("500 InternalFailure");
        assertThat(error(this::importStack)).isEqualTo("500 InternalFailure");
        assertThat(error(this::describeStack)).isEqualTo("503 ServiceUnavailable");
        assertThat(error(this::importStack)).isEqualTo("503 ServiceUnavailable");
    }

    @Test
    void deniesAnOperationInAwssWords() {
        scene.sandbox().faults("calls: [{fault: deny, operations: [ImportAsProvisionedProduct, DescribeStacks]}]");

        assertThat(error(this::describeStack)).isEqualTo("403 AccessDenied");
        assertThatThrownBy(this::importStack)
                .hasMessageContaining("User: arn:aws:iam::111122223333:user/sandbox is not authorized to perform:"
                        + " servicecatalog:ImportAsProvisionedProduct because no identity-based policy allows the"
                        + " servicecatalog:ImportAsProvisionedProduct action")
                .isInstanceOfSatisfying(AwsServiceException.class, refusal -> assertThat(
                                refusal.awsErrorDetails().errorCode())
                        .isEqualTo("AccessDeniedException"));
    }

    @Test
    void deniesAProductByWhateverOperationNamesIt() {
        scene.sandbox().faults("calls: [{fault: deny, products: [prod-queue]}]");

        assertThat(error(() -> scene.catalog().describeProduct(call -> call.id("prod-queue"))))
                .isEqualTo("400 AccessDeniedException");
        assertThat(error(() -> scene.catalog().listLaunchPaths(call -> call.productId("prod-queue"))))
                .isEqualTo("400 AccessDeniedException");
        assertThat(error(this::importStack)).isEqualTo("400 AccessDeniedException");
        assertThat(error(() -> scene.catalog().describeProduct(call -> call.id("prod-other"))))
                .isEqualTo("400 ResourceNotFoundException");
        assertThat(error(this::describeStack)).isEqualTo("none");
    }

    @Test
    void deniesAStackNamedByItsNameOrItsArn() {
        scene.sandbox().faults("calls: [{fault: deny, stacks: [a]}]");

        assertThat(error(this::describeStack)).isEqualTo("403 AccessDenied");
        assertThat(error(this::importStack)).isEqualTo("400 AccessDeniedException");
        assertThat(error(() -> scene.stack("other"))).isEqualTo("none");

        scene.sandbox().faults("calls: [{fault: deny, stacks: ['" + stackArn + "']}]");
        assertThat(error(() -> scene.stack("a"))).isEqualTo("403 AccessDenied");
        assertThat(error(() -> scene.stacks().describeStacks())).isEqualTo("none");
    }

    @Test
    void credentialsExpireAfterSomeCalls() {
        scene.sandbox().faults("calls: [{fault: expire, after: 1}]");

        assertThat(error(this::describeStack)).isEqualTo("none");
        assertThat(error(this::describeStack)).isEqualTo("403 ExpiredToken");
        assertThat(error(this::importStack)).isEqualTo("400 ExpiredTokenException");
        assertThat(scene.catalog("222233334444", Scene.REGION).listPortfolios().portfolioDetails())
                .isEmpty();
    }

    @Test
    void credentialsExpireByTheirKey() {
        scene.sandbox().faults("calls: [{fault: expire, keys: [\"111122223333\"]}]");

        assertThat(error(this::describeStack)).isEqualTo("403 ExpiredToken");
        assertThat(scene.catalog("222233334444", Scene.REGION).listPortfolios().portfolioDetails())
                .isEmpty();
    }

    @Test
    void answersWithAnyErrorThatIsAskedFor() {
        scene.sandbox()
                .faults("calls: [{fault: error, operations: [DescribeRecord], code: ResourceNotFoundException,"
                        + " message: gone}]");
        String recordId = importStack().recordDetail().recordId();

        assertThatThrownBy(() -> scene.catalogRecord(recordId))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void anSdkCorrectsItsClockByTheDateOfARefusal() {
        scene.sandbox().faults("calls: [{fault: clock-skew, ahead: 10m}]");
        CloudFormationClient stacks = scene.stacks();
        ServiceCatalogClient catalog = scene.catalog();

        IntStream.range(0, 2).forEach(call -> {
            stacks.describeStacks(request -> request.stackName("a"));
            catalog.listPortfolios();
        });

        assertThat(scene.sandbox().calls().stream().skip(1))
                .extracting(Call::errorCode)
                .containsExactly("SignatureDoesNotMatch", null, "InvalidSignatureException", null, null, null);
    }

    @Test
    void delaysACallAndKeepsNobodyElseWaiting() {
        scene.sandbox().faults("calls: [{fault: latency, min: 1m, max: 1m, operations: [ImportAsProvisionedProduct]}]");
        ServiceCatalogClient hasty = scene.catalogWithin(Duration.ofMillis(300));

        assertThatThrownBy(() -> importStack(hasty)).isInstanceOf(ApiCallTimeoutException.class);
        assertThat(error(this::describeStack)).isEqualTo("none");
        assertThat(lastCall().operation()).isEqualTo("DescribeStacks");
    }

    @Test
    void carriesADelayedCallOutThoughItsClientHasGivenUp() {
        scene.sandbox()
                .faults("calls: [{fault: latency, min: 600ms, max: 600ms, operations: [ImportAsProvisionedProduct]}]");
        ServiceCatalogClient hasty = scene.catalogWithin(Duration.ofMillis(300));

        assertThatThrownBy(() -> importStack(hasty)).isInstanceOf(ApiCallTimeoutException.class);
        assertThat(importStack().recordDetail().recordId())
                .isEqualTo(scene.sandbox().calls().get(1).recordId());
    }

    @Test
    void cutsTheConnectionBeforeAnythingIsDone() {
        scene.sandbox().faults("calls: [{fault: cut-before, operations: [ImportAsProvisionedProduct], times: 1}]");

        assertThatThrownBy(this::importStack)
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(SocketException.class);
        assertThat(lastCall()).satisfies(call -> {
            assertThat(call.ending()).isEqualTo(Ending.CUT_BEFORE);
            assertThat(call.status()).isZero();
            assertThat(call.recordId()).isNull();
        });
        assertThat(scene.stack("a").stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aRegionCanBeOutOfReach() {
        scene.sandbox().faults("calls: [{fault: unreachable, regions: [eu-central-1]}]");

        assertThatThrownBy(this::describeStack)
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(SocketException.class);
        assertThat(lastCall().fault()).isEqualTo("unreachable");
        assertThat(scene.catalog(Scene.ACCOUNT, "eu-west-1").listPortfolios().portfolioDetails())
                .isEmpty();
    }

    @Test
    void anErrorOfAServiceInARegionPassesAfterSomeTimes() {
        scene.sandbox()
                .faults("calls: [{fault: error, services: [servicecatalog], accounts: [\"111122223333\"],"
                        + " regions: [eu-central-1], products: [prod-queue], times: 2, status: 403,"
                        + " code: OptInRequired, message: not subscribed}]");

        assertThat(error(this::describeStack)).isEqualTo("none");
        assertThat(IntStream.range(0, 3).mapToObj(call -> error(this::importStack)))
                .containsExactly("403 OptInRequired", "403 OptInRequired", "none");
    }

    @Test
    void cutsTheConnectionWhenTheImportHasBegun() {
        scene.sandbox().faults("calls: [{fault: cut-after, operations: [ImportAsProvisionedProduct], times: 1}]");

        assertThatThrownBy(this::importStack)
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(SocketException.class);
        Call lost = lastCall();

        assertThat(lost.ending()).isEqualTo(Ending.CUT_AFTER);
        assertThat(lost.fault()).isEqualTo("cut-after");
        assertThat(lost.status()).isEqualTo(200);
        assertThat(scene.stack("a").stackStatusAsString()).isEqualTo("IMPORT_IN_PROGRESS");
        assertThat(importStack().recordDetail().recordId()).isEqualTo(lost.recordId());
    }

    @Test
    void neverAnswersUntilTheClientGivesUp() {
        scene.sandbox()
                .faults("calls: [{fault: hang-before, times: 1, operations: [ImportAsProvisionedProduct]},"
                        + " {fault: hang-after, times: 1, operations: [ImportAsProvisionedProduct]}]");
        ServiceCatalogClient hasty = scene.catalogWithin(Duration.ofMillis(300));

        assertThatThrownBy(() -> importStack(hasty)).isInstanceOf(ApiCallTimeoutException.class);
        assertThat(lastCall().ending()).isEqualTo(Ending.HUNG_BEFORE);
        assertThatThrownBy(() -> importStack(hasty)).isInstanceOf(ApiCallTimeoutException.class);
        assertThat(lastCall().ending()).isEqualTo(Ending.HUNG_AFTER);
        assertThat(importStack().recordDetail().recordId())
                .isEqualTo(scene.sandbox().calls().get(2).recordId());
    }

    private void describeStack() {
        scene.stacksWithoutRetries().describeStacks(request -> request.stackName("a"));
    }

    private ImportAsProvisionedProductResponse importStack() {
        return importStack(scene.catalogWithoutRetries());
    }

    private ImportAsProvisionedProductResponse importStack(ServiceCatalogClient catalog) {
        return catalog.importAsProvisionedProduct(request -> request.productId("prod-queue")
                .provisioningArtifactId("pa-one")
                .provisionedProductName("a")
                .physicalId(stackArn)
                .idempotencyToken("token-a"));
    }

    private static String error(Runnable call) {
        try {
            call.run();
            return "none";
        } catch (AwsServiceException e) {
            return e.statusCode() + " " + e.awsErrorDetails().errorCode();
        }
    }

    private Call lastCall() {
        return scene.sandbox().calls().get(scene.sandbox().calls().size() - 1);
    }
}
