package io.catalogimport.bench;

import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Compares templates as a script would: loads both, and asks whether the trees are equal. */
final class ParsedTrees {
    private static final JsonMapper JSON = JsonMapper.shared();

    boolean areEqual(String one, String other) {
        try {
            return load(one).equals(load(other));
        } catch (YAMLException | JacksonException e) {
            return false;
        }
    }

    private static Object load(String template) {
        if (template.stripLeading().startsWith("{")) {
            return JSON.readValue(template, Object.class);
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(Integer.MAX_VALUE);
        limits.setCodePointLimit(Integer.MAX_VALUE);
        limits.setWarnOnDuplicateKeys(false);
        return new Yaml(new LongForms(limits)).load(template);
    }

    /** Takes short forms for their long ones. */
    private static final class LongForms extends SafeConstructor {
        LongForms(LoaderOptions limits) {
            super(limits);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String name = node.getTag().getValue().substring(1);
                    return Map.of(
                            name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, argument(node));
                }
            });
        }

        private Object argument(Node node) {
            if (node instanceof MappingNode mapping) {
                return constructMapping(mapping);
            }
            return node instanceof SequenceNode sequence ? constructSequence(sequence) : ((ScalarNode) node).getValue();
        }
    }
}
