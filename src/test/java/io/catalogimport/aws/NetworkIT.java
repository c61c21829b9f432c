package io.catalogimport.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.catalogimport.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to AWS through a company's network: certificates of its own and proxies. */
class NetworkIT {
    private static final Lane LANE = new Lane("aws", "111122223333", "eu-central-1");

    private final SdkProperties properties = new SdkProperties();
    private Sandbox sandbox;
    private SandboxSettings settings;

    private final Path directory;

    NetworkIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void start() {
        sandbox = Sandbox.builder().start();
        settings = SandboxSettings.of(sandbox);
    }

    @AfterEach
    void stop() {
        properties.close();
        settings.close();
        sandbox.close();
    }

    @Test
    void saysAtOnceWhoSignedACertificateThatIsNotTrusted() {
        try (TlsFront front = front("-dname", "CN=Example Inspection CA", "-ext", "san=dns:localhost")) {
            assertThatThrownBy(() -> look(Map.of()))
                    .isInstanceOf(AwsConfigurationException.class)
                    .hasMessageStartingWith("The certificate of localhost is not trusted (it is signed by CN=Example"
                            + " Inspection CA: ")
                    .hasMessageContaining("AWS_CA_BUNDLE");

            assertThat(front.connections()).as("no second try").isEqualTo(1);
        }
    }

    @Test
    void trustsTheBundle() {
        try (TlsFront front = front("-dname", "CN=Example Inspection CA", "-ext", "san=dns:localhost")) {
            look(Map.of("AWS_CA_BUNDLE", front.bundle().toString()));
        }

        assertThat(sandbox.calls()).hasSize(1);
    }

    @Test
    void trustsTheBundleOfTheProfile() throws IOException {
        try (TlsFront front = front("-dname", "CN=Example Inspection CA", "-ext", "san=dns:localhost")) {
            Path config = Files.writeString(
                    directory.resolve("config"), "[default]\nca_bundle = %s\n".formatted(front.bundle()));
            properties.set("aws.configFile", config.toString());

            look(Map.of());
        }

        assertThat(sandbox.calls()).hasSize(1);
    }

    @Test
    void saysAtOnceThatACertificateIsForAnotherHost() {
        try (TlsFront front = front("-dname", "CN=elsewhere", "-ext", "san=dns:elsewhere.example.com")) {
            assertThatThrownBy(() -> look(Map.of("AWS_CA_BUNDLE", front.bundle().toString())))
                    .isInstanceOf(AwsConfigurationException.class)
                    .hasMessageStartingWith("The certificate of localhost is not trusted (it is for another host");
        }
    }

    @Test
    void saysAtOnceThatACertificateHasExpired() {
        try (TlsFront expired =
                front("-dname", "CN=old", "-ext", "san=dns:localhost", "-startdate", "-10d", "-validity", "1")) {
            assertThat(expired.connections()).isZero();
            assertThatThrownBy(() -> look(Map.of()))
                    .isInstanceOf(AwsConfigurationException.class)
                    .hasMessageStartingWith("The certificate of localhost is not trusted (it is not valid today");
        }
    }

    @Test
    void readsATemplateOnlyFromAHostThatItTrusts() {
        try (TlsFront front = front("-dname", "CN=Example Inspection CA", "-ext", "san=dns:localhost")) {
            URI template = URI.create(front.endpoint() + "/template.yaml");

            TemplateText distrusted = new HttpTemplates(network(Map.of())).fetch(template);
            TemplateText trusted = new HttpTemplates(
                            network(Map.of("AWS_CA_BUNDLE", front.bundle().toString())))
                    .fetch(template);

            assertThat(distrusted).isInstanceOf(TemplateText.Hidden.class);
            assertThat(distrusted.toString()).contains("is not trusted (it is signed by CN=Example Inspection CA: ");
            assertThat(trusted.toString()).contains("answered HTTP");
        }
    }

    @Test
    void saysThatTheCertificateOfATemplatesHostIsForAnother() {
        try (TlsFront front = front("-dname", "CN=elsewhere", "-ext", "san=dns:elsewhere.example.com")) {
            TemplateText text = new HttpTemplates(
                            network(Map.of("AWS_CA_BUNDLE", front.bundle().toString())))
                    .fetch(URI.create(front.endpoint() + "/template.yaml"));

            assertThat(text.toString())
                    .contains("is not trusted (it is signed by CN=elsewhere: No subject alternative");
        }
    }

    @Test
    void refusesABundleWithoutCertificates() throws IOException {
        Path bundle = Files.writeString(directory.resolve("empty.pem"), "nothing\n");

        assertThatThrownBy(() -> new LaneClients(null, null, Map.of("AWS_CA_BUNDLE", bundle.toString())))
                .isInstanceOf(AwsConfigurationException.class)
                .hasMessage("AWS_CA_BUNDLE names %s, but it has no certificate in PEM form.".formatted(bundle));
        assertThatThrownBy(() -> new LaneClients(null, null, Map.of("AWS_CA_BUNDLE", "/nowhere.pem")))
                .isInstanceOf(AwsConfigurationException.class)
                .hasMessageContaining("/nowhere.pem");
    }

    @Test
    void goesThroughTheProxyForHttps() throws IOException {
        try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> firstLine(proxy));
            properties
                    .set("aws.endpointUrl", "https://cloudformation.example.com")
                    .set("aws.maxAttempts", "1");

            assertThatThrownBy(() -> look(Map.of(
                            "HTTP_PROXY",
                            "http://127.0.0.1:1",
                            "HTTPS_PROXY",
                            "http://127.0.0.1:" + proxy.getLocalPort())))
                    .isInstanceOf(AwsBusyException.class);

            assertThat(asked.join()).isEqualTo("CONNECT cloudformation.example.com:443 HTTP/1.1");
        }
    }

    private static String firstLine(ServerSocket proxy) {
        try (Socket caller = proxy.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            return in.readLine();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TlsFront front(String... certificate) {
        TlsFront front = new TlsFront(sandbox.endpoint(), directory, certificate);
        properties.set("aws.endpointUrl", front.endpoint());
        return front;
    }

    private static Network network(Map<String, String> environment) {
        return Network.of(environment, SdkSettings.checked());
    }

    private static void look(Map<String, String> environment) {
        try (LaneClients clients = new LaneClients(null, null, environment)) {
            new SdkStackGateway(clients).livingStacks(LANE, null);
        }
    }
}
