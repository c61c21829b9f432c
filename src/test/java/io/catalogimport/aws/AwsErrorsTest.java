package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** How failed calls are told. */
class AwsErrorsTest {
    @Test
    void namesTheHostThatCannotBeFound() {
        SdkClientException failure = SdkClientException.create(
                "Received an UnknownHostException. See cause for the endpoint.",
                new UnknownHostException("proxy.invalid"));

        assertThatExceptionOfType(AwsBusyException.class)
                .isThrownBy(() -> AwsErrors.classified("DescribeStacks", "web", () -> {
                    throw failure;
                }))
                .withMessage(
                        "DescribeStacks for web got no answer from AWS: the host cannot be found (proxy.invalid): check"
                                + " the network, and HTTPS_PROXY and HTTP_PROXY if they are set");
    }
}
