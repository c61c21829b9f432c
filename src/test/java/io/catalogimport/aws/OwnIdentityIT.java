package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** How often STS is asked whose the caller's own credentials are. */
class OwnIdentityIT {
    private final FakeTime time = new FakeTime();

    @Test
    void asksAPartitionThatDoesNotAnswerOnceAMinute() {
        try (Sandbox sandbox = Sandbox.builder().defaultAccount("111122223333").start();
                StsClient sts = sts(sandbox.endpoint())) {
            OwnIdentity identity = new OwnIdentity(partition -> sts, List.of("aws"), time);
            sandbox.faults("calls: [{fault: service-unavailable, services: [sts]}]");

            assertThatThrownBy(() -> identity.account("aws")).isInstanceOf(AwsBusyException.class);
            assertThatThrownBy(() -> identity.account("aws")).isInstanceOf(AwsBusyException.class);
            sandbox.faults("");
            time.advance(Duration.ofSeconds(59));
            assertThatThrownBy(() -> identity.account("aws")).isInstanceOf(AwsBusyException.class);
            assertThat(sandbox.calls()).hasSize(1);

            time.advance(Duration.ofSeconds(1));
            assertThat(identity.account("aws")).isEqualTo(Optional.of("111122223333"));
        }
    }

    @Test
    void doesNotTakeALaneForClosedWhereAwsGivesNoAnswer() {
        CallerIdentity caller = new CallerIdentity(lane -> {
            throw AwsFailures.unavailable();
        });

        assertThatThrownBy(() -> caller.requireAccount(new Lane("aws", "111122223333", "eu-central-1")))
                .isInstanceOfSatisfying(AwsBusyException.class, busy -> assertThat(busy.reasonCode())
                        .isEqualTo("REGION_UNREACHABLE"));
    }

    private static StsClient sts(URI endpoint) {
        return StsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox")))
                .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }
}
