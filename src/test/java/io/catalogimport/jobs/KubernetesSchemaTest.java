package io.catalogimport.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every manifest fits the schema of the Kubernetes API, as the models of its own Java client know it. */
class KubernetesSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, Model> MODELS = Map.of(
            "Job", json -> V1Job.fromJson(json).toJson(),
            "CronJob", json -> V1CronJob.fromJson(json).toJson(),
            "ConfigMap", json -> V1ConfigMap.fromJson(json).toJson(),
            "ServiceAccount", json -> V1ServiceAccount.fromJson(json).toJson());

    @ParameterizedTest
    @MethodSource("manifests")
    void everyManifestFitsTheSchemaOfItsKind(String file) throws IOException {
        for (JsonNode manifest : JobFiles.documents("kubernetes/" + file)) {
            check(manifest);
        }
    }

    @Test
    void allManifestsAreChecked() throws IOException {
        assertThat(manifests())
                .containsExactlyInAnyOrder("configuration.yaml", "cronjob.yaml", "job.yaml", "parallel-job.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backoffLimit: 6     | backofLimit: 6       | field `backofLimit`",
                "onExitCodes:        | onExitCode:          | field `onExitCode`",
                "args:               | arguments:           | field `arguments`",
                "containers:         | container:           | field `container`",
                "mountPath: /work    | mountPaht: /work     | field `mountPaht`",
                "backoffLimit: 6     | backoffLimit: \"6\"  | /spec/backoffLimit",
                "backoffLimit: 6     | backoffLimit: 2.5    | /spec/backoffLimit",
                "runAsNonRoot: true  | runAsNonRoot: yes it is | /spec/template/spec/securityContext/runAsNonRoot",
                "memory: 512Mi       | memory: 512Mo        | parse",
                "\"5\"               | 5                    | /spec/template/spec/containers/0/args/5",
            })
    void aMistakeIsFound(String right, String wrong, String told) throws IOException {
        String manifest = JobFiles.read("kubernetes/job.yaml");
        assertThat(manifest).contains(right);

        assertThatThrownBy(() ->
                        check(JobFiles.yaml(manifest.replace(right, wrong)).get(0)))
                .hasMessageContaining(told);
    }

    static List<String> manifests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("jobs/kubernetes"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** The models refuse a field that they do not know. Comparing finds what they quietly turn into another value. */
    private static void check(JsonNode manifest) throws IOException {
        Model model = MODELS.get(manifest.path("kind").asString());
        assertThat(model).as("model of %s", manifest.path("kind")).isNotNull();
        compare(manifest, JSON.readTree(model.readAndWrite(manifest.toString())), "");
    }

    private static void compare(JsonNode expected, JsonNode actual, String path) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            compare(field.getValue(), actual.path(field.getKey()), path + "/" + field.getKey()));
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(path).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                compare(expected.path(i), actual.path(i), path + "/" + i);
            }
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }

    /** Reads an object into the model of its kind and writes it again. */
    @FunctionalInterface
    private interface Model {
        String readAndWrite(String json) throws IOException;
    }
}
