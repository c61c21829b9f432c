package io.catalogimport.jobs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.batch.model.RegisterJobDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files for AWS Batch and Amazon ECS fit AWS's API, start the same worker and try the right exit codes again. */
class AwsJobFilesTest {
    private static final String JOB_DEFINITION = "aws-batch/job-definition.json";
    private static final String TASK_DEFINITION = "step-functions/task-definition.json";

    @Test
    void theDefinitionsFitTheRequestsOfTheApi() throws IOException {
        assertThat(AwsSchema.faults(batch(), JobFiles.json(JOB_DEFINITION))).isEmpty();
        assertThat(AwsSchema.faults(ecs(), JobFiles.json(TASK_DEFINITION))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "onExitCode\": \"69 | onExitCod\": \"69  | /retryStrategy/evaluateOnExit/*/onExitCod: is not known",
                "\"RETRY\" | \"AGAIN\" | /retryStrategy/evaluateOnExit/*/action: is none of [",
                "\"attempts\": 10 | \"attempts\": \"10\" | /retryStrategy/attempts: is no integer",
                "\"type\": \"container\" | \"type\": \"docker\" | /type: is none of [",
                "[\"FARGATE\"] | [\"FARGAT\"] | /platformCapabilities/*: is none of [",
                "[\"FARGATE\"] | \"FARGATE\" | /platformCapabilities: is no list",
                "\"value\": \"1024\" | \"value\": 1024 | /containerProperties/resourceRequirements/*/value: is no string",
                "\"readOnly\": false | \"readOnly\": \"no\" | /containerProperties/mountPoints/*/readOnly: is no boolean",
            })
    void aMistakeIsFound(String right, String wrong, String told) throws IOException {
        String file = JobFiles.read(JOB_DEFINITION);
        assertThat(file).contains(right);

        assertThat(AwsSchema.faults(batch(), new JsonMapper().readTree(file.replace(right, wrong))))
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith(told));
    }

    @Test
    void everyEngineStartsTheSameWorker() throws IOException {
        JsonNode command = JobFiles.json(JOB_DEFINITION).at("/containerProperties/command");
        List<String> pods = strings(
                JobFiles.documents("kubernetes/parallel-job.yaml").get(0).at("/spec/template/spec/containers/0/args"));

        assertThat(JobFiles.json(TASK_DEFINITION).at("/containerDefinitions/0/command"))
                .isEqualTo(command);
        assertThat(strings(command).subList(2, command.size()))
                .contains("--shared")
                .isEqualTo(pods.stream()
                        .skip(2)
                        .filter(word -> !List.of("--wait", "12h").contains(word))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {JOB_DEFINITION, TASK_DEFINITION})
    void theDatabaseComesFromASecretAndNothingElseIsSecret(String file) throws IOException {
        JsonNode container = container(file);

        assertThat(JobFiles.stream(container.path("secrets")))
                .extracting(secret -> secret.path("name").asString())
                .containsExactly("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD");
        assertThat(JobFiles.stream(container.path("secrets")))
                .allMatch(secret -> secret.path("valueFrom").asString().startsWith("arn:aws:secretsmanager:"));
        assertThat(container.has("environment")).isFalse();
        assertThat(container.path("command").toString()).doesNotContainPattern(JobFiles.SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {69, 75, 137, 143})
    void batchTriesAgainWhatMayPass(int exitCode) throws IOException {
        assertThat(batchAction(exitCode)).isEqualTo("RETRY");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 64, 65, 66, 74, 77, 78})
    void batchFailsWhereAPersonIsNeeded(int exitCode) throws IOException {
        assertThat(batchAction(exitCode)).isEqualTo("EXIT");
    }

    @Test
    void theManualTellsWhatBatchTriesAgain() throws IOException {
        String told = Pattern.compile("AWS Batch and Step Functions try (.*) again")
                .matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .map(sentence -> sentence.group(1))
                .collect(joining());

        assertThat(Pattern.compile("\\d+").matcher(told).results().map(MatchResult::group))
                .allSatisfy(exitCode ->
                        assertThat(batchAction(Integer.parseInt(exitCode))).isEqualTo("RETRY"))
                .hasSize(4);
    }

    /** The first pattern that fits decides. A pattern is the whole code, or its beginning and an asterisk. */
    private static String batchAction(int exitCode) throws IOException {
        List<JsonNode> conditions = JobFiles.stream(
                        JobFiles.json(JOB_DEFINITION).at("/retryStrategy/evaluateOnExit"))
                .toList();
        assertThat(conditions).hasSizeLessThanOrEqualTo(5);
        return conditions.stream()
                .filter(condition -> Integer.toString(exitCode)
                        .matches(condition.path("onExitCode").asString().replace("*", ".*")))
                .findFirst()
                .orElseThrow()
                .path("action")
                .asString();
    }

    private static JsonNode container(String file) throws IOException {
        return JobFiles.json(file).at(file.equals(JOB_DEFINITION) ? "/containerProperties" : "/containerDefinitions/0");
    }

    private static List<String> strings(JsonNode array) {
        return JobFiles.stream(array).map(JsonNode::asString).toList();
    }

    private static SdkPojo batch() {
        return RegisterJobDefinitionRequest.builder();
    }

    private static SdkPojo ecs() {
        return RegisterTaskDefinitionRequest.builder();
    }
}
