package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.sandbox.wire.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** Whose account a request acts in, and what is kept from it. */
class AccountsIT {
    private Scene scene;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        scene = Scene.with(directory, "{name: a, template: queue.yaml}");
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void plainCredentialsActInTheDefaultAccount() {
        assertThat(identity(Scene.credentials("AKIDEXAMPLE")).account()).isEqualTo("111122223333");
    }

    @Test
    void anAccessKeyOfTwelveDigitsActsInThatAccount() {
        assertThat(identity(Scene.credentials("222233334444")).account()).isEqualTo("222233334444");
    }

    @Test
    void assumedCredentialsActAsTheRoleInItsAccount() {
        GetCallerIdentityResponse role = identity(assumeRole());

        assertThat(role.account()).isEqualTo("222233334444");
        assertThat(role.arn()).isEqualTo("arn:aws:sts::222233334444:assumed-role/Importer/job");
    }

    @Test
    void assumedCredentialsExpire() {
        AwsCredentials credentials = assumeRole();
        scene.clock().advance(Duration.ofHours(1));

        assertThatThrownBy(() -> identity(credentials))
                .isInstanceOfSatisfying(StsException.class, refusal -> assertThat(
                                refusal.awsErrorDetails().errorCode())
                        .isEqualTo("ExpiredToken"));
    }

    @Test
    void otherAccountsAndRegionsSeeNothing() {
        assertThat(scene.stacks(Scene.credentials("222233334444"), Scene.REGION)
                        .describeStacks()
                        .stacks())
                .isEmpty();
        assertThat(scene.stacks(Scene.credentials(Scene.ACCOUNT), "eu-west-1")
                        .describeStacks()
                        .stacks())
                .isEmpty();
        assertThat(scene.catalog("222233334444", Scene.REGION).listPortfolios().portfolioDetails())
                .isEmpty();
    }

    @Test
    void anothersBucketCannotBeRead() {
        scene.objects(Scene.ACCOUNT).createBucket(request -> request.bucket("mine"));

        assertThatThrownBy(() -> scene.objects("222233334444")
                        .getObject(request -> request.bucket("mine").key("k")))
                .isInstanceOfSatisfying(S3Exception.class, refusal -> assertThat(refusal.statusCode())
                        .isEqualTo(403));
    }

    @Test
    void logsEachCallWithWhoAskedWhat() {
        scene.stack("a");

        assertThat(scene.sandbox().calls())
                .containsExactly(new Call(
                        1,
                        scene.clock().instant(),
                        "111122223333",
                        "eu-central-1",
                        "cloudformation",
                        "DescribeStacks",
                        Map.of("StackName", "a"),
                        200,
                        null,
                        null,
                        Ending.ANSWERED,
                        null));
    }

    private GetCallerIdentityResponse identity(AwsCredentials credentials) {
        return scene.identity(credentials).getCallerIdentity();
    }

    private AwsCredentials assumeRole() {
        Credentials given = scene.identity(Scene.credentials(Scene.ACCOUNT))
                .assumeRole(request -> request.roleArn("arn:aws:iam::222233334444:role/jobs/Importer")
                        .roleSessionName("job"))
                .credentials();
        return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }
}
