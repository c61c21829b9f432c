package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which proxy a call goes through. */
class ProxiesTest {
    private static final Map<String, String> BOTH = Map.of(
            "HTTPS_PROXY", "http://secure.example.com:3128",
            "http_proxy", "plain.example.com:8080",
            "NO_PROXY", "localhost, .internal.example.com,169.254.169.254,db.example.com:5432");

    @ParameterizedTest
    @CsvSource({
        "https://sts.amazonaws.com,secure.example.com:3128",
        "http://sts.amazonaws.com,plain.example.com:8080",
        "https://localhost:4566,none",
        "https://s3.internal.example.com,none",
        "https://internal.example.com,none",
        "http://169.254.169.254,none",
        "https://db.example.com:5432,none",
        "https://db.example.com:443,secure.example.com:3128",
        "https://notlocalhost,secure.example.com:3128"
    })
    void readsTheVariablesAsTheCliDoes(String address, String proxy) {
        assertThat(proxy(BOTH, address)).isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:4566,none",
        "http://LOCALHOST,none",
        "http://127.0.0.1:4566,none",
        "http://127.1.2.3,none",
        "http://[::1]:4566,none",
        "http://127.example.com,plain.example.com:8080",
        "http://localhost.example.com,plain.example.com:8080"
    })
    void usesNoneForTheMachineItself(String address, String proxy) {
        assertThat(proxy(Map.of("HTTP_PROXY", "http://plain.example.com:8080"), address))
                .isEqualTo(proxy);
    }

    @Test
    void usesNoneForAStar() {
        assertThat(proxy(Map.of("HTTPS_PROXY", "http://secure:1", "NO_PROXY", "*"), "https://sts.amazonaws.com"))
                .isEqualTo("none");
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(proxy(Map.of("HTTPS_PROXY", "", "https_proxy", " "), "https://sts.amazonaws.com"))
                .isEqualTo("none");
    }

    @Test
    void refusesAnAddressThatIsNoneWithoutRepeatingItsPassword() {
        assertThatThrownBy(() -> new Proxies(Map.of("HTTPS_PROXY", "http://user:TOP-SECRET@")))
                .isInstanceOf(AwsConfigurationException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("TOP-SECRET");
    }

    private static String proxy(Map<String, String> environment, String address) {
        Proxy proxy = new Proxies(environment).select(URI.create(address)).get(0);
        return proxy.address() instanceof InetSocketAddress where
                ? where.getHostString() + ":" + where.getPort()
                : "none";
    }
}
