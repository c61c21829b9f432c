package io.catalogimport.sandbox.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One CloudFormation template: its text as submitted, and its structure. */
public final class Template {
    private final String text;
    private final Map<?, ?> structure;

    private Template(String text, Map<?, ?> structure) {
        this.text = text;
        this.structure = structure;
    }

    /** Reads a template; throws an IllegalArgumentException for what is none. */
    public static Template parse(String text) {
        Object structure = PlainTree.parse(text);
        if (!(structure instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("unsupported structure.");
        }
        if (!(map.get("Resources") instanceof Map<?, ?> resources) || resources.isEmpty()) {
            throw new IllegalArgumentException("At least one Resources member must be defined.");
        }
        return new Template(text, map);
    }

    public String text() {
        return text;
    }

    /**
     * Whether both say the same, however they are written. AWS's own rule is not known; where a spelling may make a
     * difference to it, this one lets it pass.
     */
    public boolean matches(Template other) {
        return structure.equals(other.structure) || Meaning.of(structure).equals(Meaning.of(other.structure));
    }

    public Optional<String> description() {
        return structure.get("Description") instanceof String description && !description.isEmpty()
                ? Optional.of(description)
                : Optional.empty();
    }

    /** The types of the resources by their logical ids, in order. */
    public Map<String, String> resources() {
        Map<String, String> types = new LinkedHashMap<>();
        if (structure.get("Resources") instanceof Map<?, ?> declared) {
            declared.forEach((name, properties) -> types.put(
                    name.toString(), properties instanceof Map<?, ?> map ? String.valueOf(map.get("Type")) : ""));
        }
        return types;
    }

    /** The declared parameters and their properties, in order. */
    public Map<String, Map<?, ?>> parameters() {
        Map<String, Map<?, ?>> parameters = new LinkedHashMap<>();
        if (structure.get("Parameters") instanceof Map<?, ?> declared) {
            declared.forEach((name, properties) -> {
                if (properties instanceof Map<?, ?> map) {
                    parameters.put(name.toString(), map);
                }
            });
        }
        return parameters;
    }
}
