package io.catalogimport.jobs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A CloudFormation template with its parameters filled in, for the intrinsic functions that ours uses. */
final class RoleTemplate {
    private static final Object NO_VALUE = new Object();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([\\w:]+)}");

    private final JsonNode template;
    private final Map<String, String> values = new HashMap<>();

    RoleTemplate(String yaml, Map<String, String> parameters) {
        template = JobFiles.yaml(yaml, new ShortForms()).get(0);
        template.path("Parameters")
                .properties()
                .forEach(parameter -> values.put(
                        parameter.getKey(), parameter.getValue().path("Default").asString(null)));
        values.putAll(Map.of("AWS::Partition", "aws", "AWS::AccountId", "111122223333"));
        values.putAll(parameters);
    }

    JsonNode resolved() {
        return new JsonMapper().valueToTree(resolve(template));
    }

    private Object resolve(JsonNode node) {
        if (node.isArray()) {
            List<Object> elements = JobFiles.stream(node)
                    .map(this::resolve)
                    .filter(element -> element != NO_VALUE)
                    .toList();
            return elements.size() == 1 ? elements.get(0) : elements; // IAM reads both alike.
        }
        if (!node.isObject()) {
            return node.isString() ? node.asString() : node;
        }
        String name = node.size() == 1 ? node.propertyNames().iterator().next() : "";
        return switch (name) {
            case "Ref" -> reference(node.path(name).asString());
            case "Fn::Sub" ->
                PLACEHOLDER
                        .matcher(node.path(name).asString())
                        .replaceAll(found -> String.valueOf(reference(found.group(1))));
            case "Fn::If" -> resolve(node.path(name).path(isTrue(node.path(name).path(0)) ? 1 : 2));
            default -> members(node);
        };
    }

    private Map<String, Object> members(JsonNode node) {
        Map<String, Object> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), resolve(member.getValue())));
        members.values().removeIf(value -> value == NO_VALUE);
        return members;
    }

    private Object reference(String name) {
        return name.equals("AWS::NoValue") ? NO_VALUE : Objects.requireNonNull(values.get(name), name);
    }

    /** A condition of the form {@code !Not [!Equals [a, b]]}. */
    private boolean isTrue(JsonNode condition) {
        JsonNode sides = template.path("Conditions").path(condition.asString()).at("/Fn::Not/0/Fn::Equals");
        return !resolve(sides.path(0)).equals(resolve(sides.path(1)));
    }

    /** Reads {@code !Sub x} as what it is short for. */
    private static final class ShortForms extends SafeConstructor {
        ShortForms() {
            super(JobFiles.options());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String name = node.getTag().getValue().substring(1);
                    return Map.of(name.equals("Ref") ? name : "Fn::" + name, content(node));
                }
            });
        }

        private Object content(Node node) {
            if (node instanceof ScalarNode scalar) {
                return constructScalar(scalar);
            }
            return node instanceof SequenceNode sequence
                    ? constructSequence(sequence)
                    : constructMapping((MappingNode) node);
        }
    }
}
