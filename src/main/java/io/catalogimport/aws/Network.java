package io.catalogimport.aws;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.conn.SystemDefaultRoutePlanner;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/** How AWS is reached: which certificates are trusted and which proxies are used. The same for every client. */
final class Network {
    private static final ProxyConfiguration NONE_OF_THE_SDK = ProxyConfiguration.builder()
            .useSystemPropertyValues(false)
            .useEnvironmentVariableValues(false)
            .build();

    private final TrustManager trust;
    private final Proxies proxies;

    private Network(TrustManager trust, Proxies proxies) {
        this.trust = trust;
        this.proxies = proxies;
    }

    /**
     * The network as the environment and the profile in use describe it.
     *
     * @throws AwsConfigurationException if a setting cannot be used
     */
    static Network of(Map<String, String> environment, SdkSettings settings) {
        String variable = environment.getOrDefault("AWS_CA_BUNDLE", "");
        Optional<CaBundle> bundle = variable.isBlank()
                ? settings.ofProfile("ca_bundle")
                        .map(path -> new CaBundle(path, "ca_bundle of the profile '" + SdkSettings.profileName() + "'"))
                : Optional.of(new CaBundle(variable, "AWS_CA_BUNDLE"));
        return new Network(new CertificateTrust(trustManager(bundle)), new Proxies(environment));
    }

    /** A builder for the SDK's HTTP client. */
    ApacheHttpClient.Builder apache() {
        ApacheHttpClient.Builder client = ApacheHttpClient.builder()
                .tlsTrustManagersProvider(() -> new TrustManager[] {trust})
                .proxyConfiguration(NONE_OF_THE_SDK)
                .httpRoutePlanner(new SystemDefaultRoutePlanner(proxies));
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        proxies.withCredentials()
                .forEach(proxy -> credentials.setCredentials(
                        new AuthScope(proxy.getHost(), Proxies.port(proxy)), credentials(proxy)));
        return client.credentialsProvider(credentials);
    }

    /** A builder for Java's HTTP client. */
    HttpClient.Builder java() {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, new TrustManager[] {trust}, null);
            return HttpClient.newBuilder().sslContext(tls).proxy(proxies);
        } catch (GeneralSecurityException e) {
            throw new AwsConfigurationException("TLS cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static UsernamePasswordCredentials credentials(URI proxy) {
        String[] parts = proxy.getUserInfo().split(":", 2);
        return new UsernamePasswordCredentials(parts[0], parts.length > 1 ? parts[1] : "");
    }

    private static X509ExtendedTrustManager trustManager(Optional<CaBundle> bundle) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(bundle.map(CaBundle::keyStore).orElse(null));
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new GeneralSecurityException("no trust manager for X.509"));
        } catch (GeneralSecurityException e) {
            throw new AwsConfigurationException(
                    "Java's trust store cannot be read: %s. Check -Djavax.net.ssl.trustStore."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
