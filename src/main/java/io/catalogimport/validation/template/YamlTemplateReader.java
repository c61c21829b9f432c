package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;
import io.catalogimport.validation.template.TemplateNode.Entries;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML from SnakeYAML's graph of nodes, in which tags, and scalars as they were written, can still be seen. */
final class YamlTemplateReader {
    private final NodeBudget budget = new NodeBudget();

    private YamlTemplateReader() {}

    static TemplateNode read(String template) throws UnreadableTemplateException {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(Integer.MAX_VALUE); // TemplateReader has looked at the length.
        limits.setMaxAliasesForCollections(Integer.MAX_VALUE); // NodeBudget counts what they stand for.
        limits.setNestingDepthLimit(NodeBudget.DEEPEST);
        try {
            @Nullable Node root = new Yaml(limits).compose(new StringReader(template));
            return root == null ? new TemplateNode.Null() : new YamlTemplateReader().node(root, 0);
        } catch (MarkedYAMLException e) {
            throw new UnreadableTemplateException("it is not well-formed YAML" + onLine(e.getProblemMark()) + " ("
                    + Excerpt.of(String.valueOf(e.getProblem())) + ")");
        } catch (YAMLException | IllegalArgumentException e) {
            // SnakeYAML lets the latter out where the escape of a character is cut off or names none.
            throw new UnreadableTemplateException(
                    "it is not well-formed YAML (" + Excerpt.of(String.valueOf(e.getMessage())) + ")");
        }
    }

    private TemplateNode node(Node node, int depth) throws UnreadableTemplateException {
        String tag = node.getTag().getValue();
        if (tag.startsWith("!") && tag.length() > 1) {
            budget.take(depth);
            return Intrinsics.ofTag(tag, untagged(node, depth + 1));
        }
        return untagged(node, depth);
    }

    private TemplateNode untagged(Node node, int depth) throws UnreadableTemplateException {
        budget.take(depth);
        if (node instanceof MappingNode mapping) {
            return Intrinsics.entries(entries(mapping, depth));
        }
        if (node instanceof SequenceNode sequence) {
            var items = new ArrayList<TemplateNode>();
            for (Node item : sequence.getValue()) {
                items.add(node(item, depth + 1));
            }
            return new TemplateNode.Items(items);
        }
        return scalar((ScalarNode) node);
    }

    private static TemplateNode scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL)) {
            return new TemplateNode.Null();
        }
        // YAML lets True and TRUE be true, which JSON can only write in one way.
        boolean isBoolean =
                node.getTag().equals(Tag.BOOL) && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"));
        return new TemplateNode.Scalar(isBoolean ? text.toLowerCase(Locale.ROOT) : text);
    }

    private Map<String, TemplateNode> entries(MappingNode mapping, int depth) throws UnreadableTemplateException {
        var entries = new LinkedHashMap<String, TemplateNode>();
        var merged = new LinkedHashMap<String, TemplateNode>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (key.getTag().equals(Tag.MERGE)) {
                merge(tuple.getValueNode(), merged, depth + 1);
            } else if (!(key instanceof ScalarNode scalar)) {
                throw new UnreadableTemplateException("it has a key that is no text" + onLine(key.getStartMark()));
            } else if (entries.put(scalar.getValue(), node(tuple.getValueNode(), depth + 1)) != null) {
                throw new UnreadableTemplateException(
                        "the key " + Excerpt.of(scalar.getValue()) + " is repeated" + onLine(key.getStartMark()));
            }
        }
        merged.forEach(entries::putIfAbsent);
        return entries;
    }

    private void merge(Node source, Map<String, TemplateNode> merged, int depth) throws UnreadableTemplateException {
        List<Node> sources = source instanceof SequenceNode several ? several.getValue() : List.of(source);
        for (Node each : sources) {
            if (!(node(each, depth) instanceof Entries object)) {
                throw new UnreadableTemplateException(
                        "it merges something else than keys" + onLine(each.getStartMark()));
            }
            object.entries().forEach(merged::putIfAbsent);
        }
    }

    private static String onLine(@Nullable Mark mark) {
        return mark == null ? "" : " on line " + (mark.getLine() + 1);
    }
}
