package io.catalogimport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the calls can be read, and what they tell. */
class CallLogIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory = Path.of("");

    private Scene scene;

    @BeforeEach
    void start() throws IOException {
        scene = Scene.with(directory, "{name: a, template: queue.yaml}");
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void tellsWhichRecordAnImportMadeAndForWhat() {
        String arn = scene.stack("a").stackId();
        String recordId = scene.importStack("a").recordId();

        assertThat(imports()).singleElement().satisfies(call -> {
            assertThat(call.recordId()).isEqualTo(recordId);
            assertThat(call.parameters())
                    .containsEntry("PhysicalId", arn)
                    .containsEntry("ProvisionedProductName", "a")
                    .containsEntry("IdempotencyToken", "token-a");
        });
    }

    @Test
    void showsTheSameRecordAgainForTheSameToken() {
        scene.importStack("a");
        scene.importStack("a");

        assertThat(imports()).extracting(Call::recordId).hasSize(2).doesNotContainNull();
        assertThat(imports().stream().map(Call::recordId).distinct()).hasSize(1);
    }

    @Test
    void shortensWhatIsLong() {
        String template = "Resources: {A: {Type: B, Metadata: " + "x".repeat(5000) + "}}";
        scene.stacks().createStack(request -> request.stackName("long").templateBody(template));

        assertThat(scene.sandbox().calls()).singleElement().satisfies(call -> assertThat(
                        call.parameters().get("TemplateBody"))
                .hasSize(2049));
    }

    @Test
    void isServedAsJsonFromAnySequenceOn() throws Exception {
        scene.stack("a");
        scene.importStack("a");

        JsonNode all = JsonMapper.shared().readTree(get("calls").body());
        JsonNode later =
                JsonMapper.shared().readTree(get("calls?after=1&limit=1").body());

        assertThat(all.get("calls")).hasSize(3);
        assertThat(all.at("/calls/2/operation").asString()).isEqualTo("ImportAsProvisionedProduct");
        assertThat(all.at("/calls/2/at").asString()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(later.get("calls")).hasSize(1);
        assertThat(later.at("/calls/0/sequence").asLong()).isEqualTo(2);
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        assertThat(get("calls?after=now").statusCode()).isEqualTo(400);
        assertThat(get("stacks").statusCode()).isEqualTo(404);
    }

    @Test
    void isWrittenToAFileCallByCall() throws Exception {
        Path file = directory.resolve("calls.jsonl");
        try (Sandbox sandbox = Sandbox.builder().callLog(file).start()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(sandbox.endpoint() + "/?Action=GetCallerIdentity&Version=2011-06-15"))
                    .build();
            http.send(request, BodyHandlers.discarding());

            assertThat(Files.readAllLines(file)).singleElement().satisfies(line -> assertThat(line)
                    .startsWith("{\"sequence\":1,\"at\":\"")
                    .contains("\"operation\":\"GetCallerIdentity\"")
                    .contains("\"errorCode\":\"MissingAuthenticationToken\"")
                    .doesNotContain("recordId"));
        }
    }

    @Test
    void aSandboxThatCannotWriteItDoesNotStart() {
        SandboxBuilder settings = Sandbox.builder().callLog(directory);

        assertThatThrownBy(settings::start)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory.toString());
    }

    private List<Call> imports() {
        return scene.sandbox().calls().stream()
                .filter(call -> call.operation().equals("ImportAsProvisionedProduct"))
                .toList();
    }

    private HttpResponse<String> get(String resource) throws IOException, InterruptedException {
        URI uri = URI.create(scene.sandbox().endpoint() + "/_sandbox/" + resource);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
