package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults from a seed, from a file and at run time. */
class ControlIT {
    private static final String DENY = "calls: [{fault: deny}]";
    private static final String EXPIRE = "calls: [{fault: expire}]";

    private final HttpClient http = HttpClient.newHttpClient();
    private Sandbox sandbox = Sandbox.builder().start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void faultsCanBePutReadAndTakenAway() throws Exception {
        assertThat(send("PUT", "{\"seed\": 42, \"calls\": [{\"fault\": \"deny\"}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(identity()).contains("AccessDenied");
        assertThat(send("GET", "").body()).contains("\"fault\":\"deny\"").contains("\"hits\":[1]");

        assertThat(send("DELETE", "").body()).contains("\"hits\":[]");
        assertThat(identity()).contains("<Account>");
    }

    @Test
    void faultsThatCannotBeReadChangeNothing() throws Exception {
        send("PUT", DENY);

        HttpResponse<String> answer = send("PUT", "calls: [{fault: explode}]");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("faults: calls[0].fault: must be one of");
        assertThat(identity()).contains("AccessDenied");
    }

    @Test
    void controlIsNeverStruckAndNeverLogged() throws Exception {
        send("PUT", "calls: [{fault: cut-before}]");

        assertThat(send("GET", "").statusCode()).isEqualTo(200);
        assertThat(sandbox.calls()).isEmpty();
    }

    @Test
    void aSeedMayHaveFaults(@TempDir Path directory) throws Exception {
        Path seed = Files.writeString(directory.resolve("seed.yaml"), "faults: {" + DENY + "}");
        restart(Sandbox.builder().seed(seed));

        assertThat(identity()).contains("AccessDenied");
    }

    @Test
    void aFileOfFaultsStandsInForThoseOfTheSeed(@TempDir Path directory) throws Exception {
        Path seed = Files.writeString(directory.resolve("seed.yaml"), "faults: {" + DENY + "}");
        Path faults = Files.writeString(directory.resolve("faults.yaml"), EXPIRE);
        restart(Sandbox.builder().seed(seed).faults(faults));

        assertThat(identity()).contains("ExpiredToken");
    }

    private void restart(SandboxBuilder settings) {
        sandbox.close();
        sandbox = settings.start();
    }

    private HttpResponse<String> send(String method, String document) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.endpoint() + "/_sandbox/faults"))
                .method(method, BodyPublishers.ofString(document))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private String identity() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(sandbox.endpoint() + "/?Action=GetCallerIdentity&Version=2011-06-15"
                                + "&X-Amz-Credential=222233334444%2F20260301%2Feu-west-1%2Fsts%2Faws4_request"))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
