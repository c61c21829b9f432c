package io.catalogimport.sandbox.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * YAML or JSON as maps, lists and text. Scalars stay the text they were written as: no dates, no octal account
 * numbers. CloudFormation's short forms ({@code !Ref}) become the long ones. What is JSON but for a comma too many, or
 * YAML within braces, is read, too, and of a repeated key the last value counts.
 */
public final class PlainTree {
    private static final int MAX_DEPTH = 100;

    /** As many as the comparison takes. */
    private static final int MAX_NODES = 250_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private PlainTree() {}

    /** Reads a document; throws an IllegalArgumentException that says where it is broken. */
    public static Object parse(String text) {
        return text.stripLeading().startsWith("{") ? withBrace(text) : notJson(text);
    }

    private static Object withBrace(String text) {
        try {
            return ofJson(JSON.readTree(text));
        } catch (JacksonException e) {
            try {
                return ofYaml(text);
            } catch (YAMLException neither) {
                throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
            }
        }
    }

    private static Object notJson(String text) {
        try {
            return ofYaml(text);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
        }
    }

    private static Object ofYaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(MAX_DEPTH);
        // What aliases make of the text is limited by the number of nodes.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        Node root = new Yaml(options).compose(new StringReader(text));
        return root == null ? "" : ofYaml(root, 0, new AtomicInteger());
    }

    private static Object ofYaml(Node node, int depth, AtomicInteger nodes) {
        if (nodes.incrementAndGet() > MAX_NODES) {
            throw new IllegalArgumentException("it has more than " + MAX_NODES + " values");
        }
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested more than " + MAX_DEPTH + " deep");
        }
        Tag tag = node.getTag();
        boolean isShortForm = tag.getValue().startsWith("!") && tag.getValue().length() > 1;
        Object content = content(node, depth, nodes);
        return isShortForm ? Intrinsics.longForm(tag.getValue().substring(1), content) : content;
    }

    private static Object content(Node node, int depth, AtomicInteger nodes) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                Object key = ofYaml(entry.getKeyNode(), depth + 1, nodes);
                map.put(key.toString(), ofYaml(entry.getValueNode(), depth + 1, nodes));
            }
            return Intrinsics.normal(map);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(item -> list.add(ofYaml(item, depth + 1, nodes)));
            return list;
        }
        return node.getTag().equals(Tag.NULL) ? "" : ((ScalarNode) node).getValue();
    }

    private static Object ofJson(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), ofJson(entry.getValue())));
            return Intrinsics.normal(map);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(ofJson(item)));
            return list;
        }
        return node.isNull() ? "" : node.asString();
    }
}
