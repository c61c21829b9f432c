package io.catalogimport.validation.template;

import io.catalogimport.validation.template.Value.Mapping;
import io.catalogimport.validation.template.Value.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes a template's forms in a way that the dice choose and that does not change what it means. */
final class SameForms {
    private static final List<String> SECTIONS =
            List.of("Parameters", "Mappings", "Conditions", "Rules", "Outputs", "Metadata");

    private final Dice dice;

    SameForms(Dice dice) {
        this.dice = dice;
    }

    Mapping of(Mapping template) {
        Map<String, Value> parts = new LinkedHashMap<>(template.entries());
        parts.computeIfPresent("Transform", (key, value) -> single(value));
        parts.computeIfPresent("Resources", (key, value) -> resources((Mapping) value));
        for (String section : SECTIONS) {
            if (!parts.containsKey(section) && dice.once(6)) {
                parts.put(section, new Mapping(Map.of()));
            }
        }
        return new Mapping(parts);
    }

    private Mapping resources(Mapping resources) {
        Map<String, Value> changed = new LinkedHashMap<>();
        resources.entries().forEach((name, resource) -> changed.put(name, resource((Mapping) resource)));
        return new Mapping(changed);
    }

    private Mapping resource(Mapping resource) {
        Map<String, Value> parts = new LinkedHashMap<>(resource.entries());
        parts.computeIfPresent(
                "DependsOn", (key, value) -> single(new Sequence(dice.shuffled(((Sequence) value).items()))));
        if (!parts.containsKey("Properties") && dice.once(3)) {
            parts.put("Properties", new Mapping(Map.of()));
        }
        return new Mapping(parts);
    }

    private Value single(Value value) {
        return value instanceof Sequence list && list.items().size() == 1 && dice.once(2)
                ? list.items().get(0)
                : value;
    }
}
