package io.catalogimport.jobs;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds what is wrong with a state machine in the Amazon States Language with JSONata: fields, arrows between states,
 * expressions. Maven Central has no validator of that language that is kept up, so this one knows what our file uses.
 */
final class StatesLanguage {
    private static final Set<String> OF_EACH_STATE = Set.of("Type", "Comment", "Output", "Assign", "Next", "End");

    /** The fields of each type of state beside the common ones. */
    private static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            entry("Pass", Set.of()),
            entry("Task", Set.of("Resource", "Arguments", "Retry", "Catch", "TimeoutSeconds", "HeartbeatSeconds")),
            entry("Choice", Set.of("Choices", "Default")),
            entry("Wait", Set.of("Seconds", "Timestamp")),
            entry("Map", Set.of("Items", "ItemSelector", "ItemProcessor", "MaxConcurrency", "Retry", "Catch")),
            entry("Succeed", Set.of()),
            entry("Fail", Set.of("Error", "Cause")));

    /** The fields that a state of this type must have. */
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "Task", Set.of("Resource"),
            "Choice", Set.of("Choices"),
            "Map", Set.of("ItemProcessor"));

    private static final Set<String> WITHOUT_ARROW = Set.of("Choice", "Succeed", "Fail");

    private static final Map<String, Set<String>> FIELDS_OF_PARTS = Map.of(
            "Retry",
                    Set.of(
                            "Comment",
                            "ErrorEquals",
                            "IntervalSeconds",
                            "BackoffRate",
                            "MaxDelaySeconds",
                            "MaxAttempts",
                            "JitterStrategy"),
            "Catch", Set.of("Comment", "ErrorEquals", "Assign", "Output", "Next"),
            "Choices", Set.of("Comment", "Condition", "Assign", "Output", "Next"));

    private final List<String> faults = new ArrayList<>();

    private StatesLanguage() {}

    static List<String> faults(JsonNode machine) {
        StatesLanguage check = new StatesLanguage();
        check.fields(
                machine, Set.of("Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"), "top");
        check.expect(machine.path("QueryLanguage").asString("").equals("JSONata"), "top", "is not JSONata");
        check.scope(machine, "top");
        check.expressions(machine, "");
        return check.faults;
    }

    /** A scope is a set of states of their own: the whole machine, or what a Map state does with each item. */
    private void scope(JsonNode scope, String place) {
        JsonNode states = scope.path("States");
        Set<String> reached = new LinkedHashSet<>();
        reach(scope.path("StartAt").asString(""), states, reached, place + "/StartAt");
        states.properties().forEach(state -> {
            expect(reached.contains(state.getKey()), state.getKey(), "is never reached");
            expect(state.getKey().length() <= 80, state.getKey(), "has a name of more than 80 characters");
            state(state.getValue(), state.getKey());
        });
    }

    private void reach(String name, JsonNode states, Set<String> reached, String from) {
        expect(states.has(name), from, "leads to '" + name + "', which does not exist");
        if (states.has(name) && reached.add(name)) {
            arrows(states.path(name)).forEach(next -> reach(next, states, reached, name));
        }
    }

    private static Stream<String> arrows(JsonNode state) {
        Stream<JsonNode> parts = Stream.of("Catch", "Choices").flatMap(part -> JobFiles.stream(state.path(part)));
        return Stream.concat(Stream.of(state.path("Next"), state.path("Default")), parts.map(part -> part.path("Next")))
                .filter(JsonNode::isString)
                .map(JsonNode::asString);
    }

    private void state(JsonNode state, String name) {
        String type = state.path("Type").asString("");
        if (!FIELDS.containsKey(type)) {
            faults.add(name + ": has no type that this test knows");
            return;
        }
        Set<String> known = Stream.concat(FIELDS.getOrDefault(type, Set.of()).stream(), OF_EACH_STATE.stream())
                .collect(toSet());
        fields(state, known, name);
        REQUIRED.getOrDefault(type, Set.of()).forEach(field -> expect(state.has(field), name, "lacks " + field));
        int ways = (state.has("Next") ? 1 : 0) + (state.path("End").asBoolean(false) ? 1 : 0);
        expect(ways == (WITHOUT_ARROW.contains(type) ? 0 : 1), name, "needs one of Next and End, or may have none");
        FIELDS_OF_PARTS.keySet().forEach(part -> parts(state.path(part), part, name));
        if (type.equals("Map")) {
            JsonNode processor = state.path("ItemProcessor");
            fields(processor, Set.of("ProcessorConfig", "StartAt", "States"), name + "/ItemProcessor");
            scope(processor, name);
        }
    }

    private void parts(JsonNode parts, String kind, String name) {
        String place = name + "/" + kind;
        JobFiles.stream(parts).forEach(part -> {
            fields(part, FIELDS_OF_PARTS.getOrDefault(kind, Set.of()), place);
            expect(kind.equals("Retry") || part.path("Next").isString(), place, "lacks Next");
            expect(part.has(kind.equals("Choices") ? "Condition" : "ErrorEquals"), place, "lacks its condition");
        });
    }

    private void fields(JsonNode object, Set<String> known, String place) {
        object.properties()
                .forEach(field -> expect(known.contains(field.getKey()), place, field.getKey() + " is not known"));
    }

    /** Every text in {@code {% %}} is an expression. */
    private void expressions(JsonNode json, String place) {
        json.properties().forEach(field -> expressions(field.getValue(), place + "/" + field.getKey()));
        if (json.isArray()) {
            json.forEach(element -> expressions(element, place));
        }
        if (json.isString() && (json.asString().startsWith("{%") || place.endsWith("/Condition"))) {
            try {
                expression(json.asString());
            } catch (JException | IllegalArgumentException e) {
                faults.add(place + ": " + e.getMessage());
            }
        }
    }

    static Jsonata expression(String text) {
        if (!text.startsWith("{%") || !text.endsWith("%}")) {
            throw new IllegalArgumentException("is no expression in {% %}");
        }
        return Jsonata.jsonata(text.substring(2, text.length() - 2).strip());
    }

    private void expect(boolean right, String place, String fault) {
        if (!right) {
            faults.add(place + ": " + fault);
        }
    }
}
