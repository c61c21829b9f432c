package io.catalogimport.jobs;

import com.dashjoin.jsonata.Jsonata;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the state machine does for one worker, as Step Functions would do it, with the tasks' errors given. */
final class WorkerRun {
    private final JsonNode states;
    private final IntFunction<Optional<Map<String, Object>>> errors;
    private final Map<String, Object> variables = new HashMap<>();
    private int tasks;
    private int waited;

    /** @param errors the error of the first, second … task; empty for one that ends with 0 */
    WorkerRun(JsonNode processor, IntFunction<Optional<Map<String, Object>>> errors) {
        this.states = processor.path("States");
        this.errors = errors;
    }

    /** The exit code that the worker ends with, or the name of its error. */
    Object run(String startAt) {
        String at = startAt;
        while (true) {
            JsonNode state = states.path(at);
            switch (state.path("Type").asString()) {
                case "Pass" -> assign(state, Map.of());
                case "Wait" -> waited += state.path("Seconds").asInt();
                case "Task" -> {
                    tasks++;
                    Optional<Map<String, Object>> error = errors.apply(tasks);
                    if (error.isPresent()) {
                        state = state.at("/Catch/0");
                        assign(state, Map.of("errorOutput", error.get()));
                    }
                }
                case "Choice" -> state = choice(state);
                default -> throw new IllegalStateException(at);
            }
            if (state.path("End").asBoolean(false)) {
                return value(state.at("/Output/exitCode"), Map.of());
            }
            at = state.path("Next").asString();
        }
    }

    int tasks() {
        return tasks;
    }

    int secondsWaited() {
        return waited;
    }

    private JsonNode choice(JsonNode state) {
        return JobFiles.stream(state.path("Choices"))
                .filter(choice -> Boolean.TRUE.equals(value(choice.path("Condition"), Map.of())))
                .findFirst()
                .orElseGet(() -> new JsonMapper().createObjectNode().set("Next", state.path("Default")));
    }

    private void assign(JsonNode state, Map<String, Object> context) {
        Map<String, Object> assigned = new HashMap<>();
        state.path("Assign").properties().forEach(v -> assigned.put(v.getKey(), value(v.getValue(), context)));
        variables.putAll(assigned);
    }

    private Object value(JsonNode json, Map<String, Object> context) {
        return json.isString() ? evaluate(json.asString(), context, variables) : json.asInt();
    }

    static Object evaluate(String text, Map<String, Object> context, Map<String, Object> variables) {
        Jsonata expression = StatesLanguage.expression(text);
        Jsonata.Frame frame = expression.createFrame();
        frame.bind("states", context);
        variables.forEach(frame::bind);
        return expression.evaluate(null, frame);
    }
}
