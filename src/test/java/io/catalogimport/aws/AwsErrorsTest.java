package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** How failed calls are told. */
class AwsErrorsTest {
    private static final String SETTINGS =
            ": check the network, and AWS_ENDPOINT_URL, HTTPS_PROXY and HTTP_PROXY if they are set";

    @Test
    void namesTheHostThatCannotBeFound() {
        requireWords(new UnknownHostException("proxy.invalid"), "the host cannot be found (proxy.invalid)" + SETTINGS);
    }

    @Test
    void namesTheAddressAtWhichNothingListens() {
        requireWords(
                new ConnectException("Connect to localhost:4566 failed: Connection refused"),
                "no connection (Connect to localhost:4566 failed: Connection refused)" + SETTINGS);
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
