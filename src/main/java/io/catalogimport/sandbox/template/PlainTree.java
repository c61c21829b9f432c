package io.catalogimport.sandbox.template;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * YAML or JSON as maps, lists and text. Scalars stay the text they were written as: no dates, no octal account numbers.
 * CloudFormation's short forms ({@code !Ref}) become the long ones. JSON with an extra comma and YAML within braces are
 * read, too. If a key is repeated, the last value counts.
 */
public final class PlainTree {
    private static final int MAX_DEPTH = 100;

    /** As many values as the comparison takes. */
    private static final int MOST_IN_TEMPLATE = 250_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private PlainTree() {}

    /** Reads a template or a small document; throws an IllegalArgumentException that says where it is broken. */
    public static Object parse(String text) {
        return parse(text, MOST_IN_TEMPLATE);
    }

    /** The same with so many values at most, however few of them are written out and how many are aliases. */
    public static Object parse(String text, int mostValues) {
        return text.stripLeading().startsWith("{") ? withBrace(text, mostValues) : notJson(text, mostValues);
    }

    private static Object withBrace(String text, int mostValues) {
        try {
            return ofJson(JSON.readTree(text));
        } catch (JacksonException e) {
            try {
                return ofYaml(text, mostValues);
            } catch (YAMLException neither) {
                throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
            }
        }
    }

    private static Object notJson(String text, int mostValues) {
        try {
            return ofYaml(text, mostValues);
        } catch (YAMLException e) {
            throw new IllegalArgumentException("not YAML: " + e.getMessage(), e);
        }
    }

    private static Object ofYaml(String text, int mostValues) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(MAX_DEPTH);
        // What aliases make of the text is limited by the number of nodes.
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        Node root = new Yaml(options).compose(new StringReader(text));
        return root == null ? "" : ofYaml(root, 0, new Values(mostValues));
    }

    private static Object ofYaml(Node node, int depth, Values values) {
        values.count();
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested more than " + MAX_DEPTH + " deep");
        }
        Tag tag = node.getTag();
        boolean isShortForm = tag.getValue().startsWith("!") && tag.getValue().length() > 1;
        Object content = content(node, depth, values);
        return isShortForm ? FunctionForms.longForm(tag.getValue().substring(1), content) : content;
    }

    private static Object content(Node node, int depth, Values values) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                Object key = ofYaml(entry.getKeyNode(), depth + 1, values);
                map.put(key.toString(), ofYaml(entry.getValueNode(), depth + 1, values));
            }
            return FunctionForms.normal(map);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(item -> list.add(ofYaml(item, depth + 1, values)));
            return list;
        }
        return node.getTag().equals(Tag.NULL) ? "" : ((ScalarNode) node).getValue();
    }

    private static Object ofJson(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), ofJson(entry.getValue())));
            return FunctionForms.normal(map);
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(ofJson(item)));
            return list;
        }
        return node.isNull() ? "" : node.asString();
    }

    /** Counts values, and refuses those that are too many. */
    private static final class Values {
        private final int most;
        private int count;

        private Values(int most) {
            this.most = most;
        }

        private void count() {
            count++;
            if (count > most) {
                throw new IllegalArgumentException("it has more than " + most + " values");
            }
        }
    }
}
