package io.catalogimport.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The state machine is one, and it treats each end of a worker as intended. */
class StateMachineTest {
    private static final String FILE = "step-functions/state-machine.json";
    private static final int TRIES = 7;

    @Test
    void theStateMachineFollowsItsLanguage() throws IOException {
        assertThat(StatesLanguage.faults(JobFiles.json(FILE))).isEmpty();
    }

    @Test
    void itsTaskFitsTheRequestOfTheApi() throws IOException {
        JsonNode arguments = processor().at("/States/Work/Arguments");

        assertThat(AwsSchema.faultsOfArguments(RunTaskRequest.builder(), arguments))
                .isEmpty();
        assertThat(arguments.path("TaskDefinition"))
                .isEqualTo(JobFiles.json("step-functions/task-definition.json").path("family"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"MaxAttempts\": | \"MaxAttempt\": | Work/Retry: MaxAttempt is not known",
                "\"Assign\": { | \"Asign\": { | First try: Asign is not known",
                "\"Next\": \"Work\" | \"Next\": \"Wrok\" | First try: leads to 'Wrok', which does not exist",
                "\"Default\": \"Ended with an error\" | \"Default\": \"Work\" | Ended with an error: is never reached",
                "\"Type\": \"Wait\" | \"Type\": \"Wate\" | Wait before the next try: has no type that this test knows",
                "\"Seconds\": 300 | \"Second\": 300 | Wait before the next try: Second is not known",
                "\"StartAt\": \"First try\" | \"StartAt\": \"Try\" | Run the workers/StartAt: leads to 'Try'",
                "$tries <= 6 and | $tries <= 6 and and | Condition: ",
                "\"{% $exitCode %}\" }, | \"{% $exitCode %}\" }, \"Next\": \"Work\", | Ended with an error: needs one",
            })
    void aMistakeIsFound(String right, String wrong, String told) throws IOException {
        String file = JobFiles.read(FILE);
        assertThat(file).contains(right);

        assertThat(StatesLanguage.faults(new JsonMapper().readTree(file.replace(right, wrong))))
                .anyMatch(fault -> fault.contains(told));
    }

    @Test
    void aMistakeInTheArgumentsIsFound() throws IOException {
        String arguments = processor().at("/States/Work/Arguments").toString();

        assertThat(AwsSchema.faultsOfArguments(
                        RunTaskRequest.builder(),
                        new JsonMapper()
                                .readTree(
                                        arguments.replace("Subnets", "subnets").replace("FARGATE", "FAR"))))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {69, 75, 137, 143})
    void aWorkerThatMayFareBetterLaterIsStartedAgainALimitedNumberOfTimes(int exitCode) throws IOException {
        WorkerRun worker = new WorkerRun(processor(), task -> Optional.of(failed(exited(exitCode))));

        assertThat(worker.run(start())).isEqualTo(exitCode);
        assertThat(worker.tasks()).isEqualTo(TRIES);
        assertThat(worker.secondsWaited()).isEqualTo((TRIES - 1) * 300);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 64, 65, 66, 74, 77, 78})
    void aWorkerThatNeedsAPersonIsNotStartedAgain(int exitCode) throws IOException {
        WorkerRun worker = new WorkerRun(processor(), task -> Optional.of(failed(exited(exitCode))));

        assertThat(worker.run(start())).isEqualTo(exitCode);
        assertThat(worker.tasks()).isOne();
    }

    @Test
    void aWorkerThatEndsWellAfterATryEndsWell() throws IOException {
        WorkerRun worker =
                new WorkerRun(processor(), task -> task == 1 ? Optional.of(failed(exited(143))) : Optional.empty());

        assertThat(worker.run(start())).isEqualTo(0);
        assertThat(worker.tasks()).isEqualTo(2);
    }

    @Test
    void aContainerThatNeverRanIsStartedAgain() throws IOException {
        WorkerRun worker = new WorkerRun(
                processor(), task -> Optional.of(failed("{\"Containers\":[{}],\"StopCode\":\"TaskFailedToStart\"}")));

        assertThat(worker.run(start())).isEqualTo("States.TaskFailed");
        assertThat(worker.tasks()).isEqualTo(TRIES);
    }

    @Test
    void aRequestThatAwsRefusesIsNotMadeAgain() throws IOException {
        WorkerRun worker = new WorkerRun(
                processor(),
                task -> Optional.of(Map.of("Error", "ECS.AccessDeniedException", "Cause", "User is not authorized")));

        assertThat(worker.run(start())).isEqualTo("ECS.AccessDeniedException");
        assertThat(worker.tasks()).isOne();
    }

    @Test
    void theWholeEndsWellOnlyIfEveryWorkerDoes() throws IOException {
        assertThat(endsWell(0, 0, 0)).isEqualTo(true);
        assertThat(endsWell(0, 10, 0)).isEqualTo(false);
        assertThat(endsWell("States.TaskFailed")).isEqualTo(false);
    }

    @Test
    void theNumberOfWorkersIsTheInputs() throws IOException {
        assertThat(workers(Map.of("workers", 2))).isEqualTo(List.of(1, 2));
        assertThat(workers(Map.of())).isEqualTo(List.of(1, 2, 3, 4));
    }

    private static Object workers(Map<String, Object> input) throws IOException {
        String items = JobFiles.json(FILE).at("/States/Run the workers/Items").asString();
        return WorkerRun.evaluate(items, Map.of("input", input), Map.of());
    }

    private static Object endsWell(Object... exitCodes) throws IOException {
        JsonNode choice = JobFiles.json(FILE).at("/States/How did the workers end/Choices/0");
        assertThat(choice.path("Next").asString()).isEqualTo("Every row is imported");
        List<Map<String, Object>> output = List.of(exitCodes).stream()
                .map(code -> Map.of("exitCode", code))
                .toList();
        return WorkerRun.evaluate(choice.path("Condition").asString(), Map.of("input", output), Map.of());
    }

    /** The description of a task whose container has run, as Step Functions hands it on in the error's cause. */
    private static String exited(int exitCode) {
        return "{\"Attachments\":[],\"Containers\":[{\"ExitCode\":%d,\"Name\":\"catalog-import\"}]}"
                .formatted(exitCode);
    }

    private static Map<String, Object> failed(String cause) {
        return Map.of("Error", "States.TaskFailed", "Cause", cause);
    }

    private static JsonNode processor() throws IOException {
        return JobFiles.json(FILE).at("/States/Run the workers/ItemProcessor");
    }

    private static String start() throws IOException {
        return processor().path("StartAt").asString();
    }
}
