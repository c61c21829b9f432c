package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** How failed calls are told. */
class AwsErrorsTest {
    private static final String SETTINGS =
            ": check the network, and AWS_ENDPOINT_URL (endpoint_url of the profile), HTTPS_PROXY and HTTP_PROXY if they are set";

    @Test
    void namesTheHostThatCannotBeFound() {
        requireWords(new UnknownHostException("proxy.invalid"), "the host cannot be found (proxy.invalid)" + SETTINGS);
    }

    @Test
    void namesTheSettingsWhereNothingListensAtTheAddress() {
        requireWords(new ConnectException("Connection refused"), "Unable to execute HTTP request" + SETTINGS);
    }

    @Test
    void namesTheSettingsWhereThereIsNoWayToTheAddress() {
        requireWords(new NoRouteToHostException("No route to host"), "Unable to execute HTTP request" + SETTINGS);
    }

    private static void requireWords(IOException cause, String words) {
        SdkClientException failure = SdkClientException.create("Unable to execute HTTP request.", cause);

        assertThatExceptionOfType(AwsBusyException.class)
                .isThrownBy(() -> AwsErrors.classified("DescribeStacks", "web", () -> {
                    throw failure;
                }))
                .withMessage("DescribeStacks for web got no answer from AWS: " + words);
    }
}
