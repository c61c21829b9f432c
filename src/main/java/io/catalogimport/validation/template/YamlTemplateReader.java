package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;
import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Reads YAML from SnakeYAML's nodes, which still have the tags, and the scalars as they were written. */
final class YamlTemplateReader {
    private final RepeatedKeys repeated;
    private final NodeBudget budget = new NodeBudget();

    private YamlTemplateReader(RepeatedKeys repeated) {
        this.repeated = repeated;
    }

    static TemplateNode read(String template, RepeatedKeys repeated) throws UnreadableTemplateException {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(Integer.MAX_VALUE); // TemplateReader has looked at the length.
        limits.setMaxAliasesForCollections(Integer.MAX_VALUE); // NodeBudget counts what they stand for.
        limits.setNestingDepthLimit(NodeBudget.DEEPEST);
        try {
            @Nullable Node root = new Yaml(limits).compose(new StringReader(template));
            return root == null ? new TemplateNode.Null() : new YamlTemplateReader(repeated).node(root, 0);
        } catch (MarkedYAMLException e) {
            throw new UnreadableTemplateException("it is not well-formed YAML" + onLine(e.getProblemMark()) + " ("
                    + Excerpt.of(String.valueOf(e.getProblem())) + ")");
        } catch (YAMLException | IllegalArgumentException e) {
            // SnakeYAML throws the latter if the escape of a character is incomplete or invalid.
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
        return node.getTag().equals(Tag.NULL) ? new TemplateNode.Null() : resolved(node);
    }

    /** SnakeYAML's tags follow YAML 1.1. Dates have a tag, too, but stay as they are written. */
    private static Scalar resolved(ScalarNode node) {
        Tag tag = node.getTag();
        if (tag.equals(Tag.BOOL)) {
            return PlainScalar.bool(node.getValue());
        }
        if (tag.equals(Tag.INT)) {
            return PlainScalar.integer(node.getValue());
        }
        return tag.equals(Tag.FLOAT) ? PlainScalar.fraction(node.getValue()) : new Scalar(node.getValue());
    }

    private Entries entries(MappingNode mapping, int depth) throws UnreadableTemplateException {
        var entries = new LinkedHashMap<String, TemplateNode>();
        var unquoted = new HashSet<String>();
        var merged = new LinkedHashMap<String, TemplateNode>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (key.getTag().equals(Tag.MERGE)) {
                merge(tuple.getValueNode(), merged, depth + 1);
            } else if (key instanceof ScalarNode scalar) {
                Scalar resolved = resolved(scalar);
                if (entries.put(resolved.written(), node(tuple.getValueNode(), depth + 1)) != null) {
                    repeated.add(resolved.written(), line(key.getStartMark()));
                }
                if (!resolved.isAsWritten()) {
                    unquoted.add(resolved.written());
                }
            } else {
                throw new UnreadableTemplateException("it has a key that is not text" + onLine(key.getStartMark()));
            }
        }
        merged.forEach(entries::putIfAbsent);
        return new Entries(entries, unquoted);
    }

    private void merge(Node source, Map<String, TemplateNode> merged, int depth) throws UnreadableTemplateException {
        List<Node> sources = source instanceof SequenceNode several ? several.getValue() : List.of(source);
        for (Node each : sources) {
            if (!(node(each, depth) instanceof Entries object)) {
                throw new UnreadableTemplateException(
                        "it merges something other than an object" + onLine(each.getStartMark()));
            }
            object.entries().forEach(merged::putIfAbsent);
        }
    }

    private static String onLine(@Nullable Mark mark) {
        return mark == null ? "" : " on line " + line(mark);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
