package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Null;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Turns forms of a whole template that mean the same into one: a single name and a list of one, the order of
 * {@code DependsOn}, an empty section and a missing one.
 */
final class NormalForm {
    private static final String TRANSFORM = "Transform";
    private static final String DEPENDS_ON = "DependsOn";
    private static final String RESOURCES = "Resources";
    private static final String LOOP = "Fn::ForEach::";

    private static final Set<String> SECTIONS =
            Set.of(TRANSFORM, "Parameters", "Mappings", "Conditions", "Rules", "Outputs", "Metadata");
    private static final Set<String> PARTS_OF_A_RESOURCE = Set.of(DEPENDS_ON, "Properties", "Metadata");

    private NormalForm() {}

    static Entries of(Entries template) {
        Map<String, TemplateNode> parts = new LinkedHashMap<>(template.entries());
        parts.computeIfPresent(TRANSFORM, (key, value) -> list(value));
        parts.computeIfPresent(RESOURCES, (key, value) -> resources(value));
        parts.entrySet().removeIf(part -> SECTIONS.contains(part.getKey()) && isEmpty(part.getValue()));
        return new Entries(parts, template.unquoted());
    }

    private static TemplateNode resources(TemplateNode node) {
        if (!(node instanceof Entries resources)) {
            return node;
        }
        Map<String, TemplateNode> changed = new LinkedHashMap<>(resources.entries());
        changed.replaceAll((name, value) -> {
            if (name.startsWith(LOOP) && value instanceof Items loop) {
                return new Items(
                        loop.items().stream().map(NormalForm::resources).toList());
            }
            return value instanceof Entries resource ? resource(resource) : value;
        });
        return new Entries(changed, resources.unquoted());
    }

    private static Entries resource(Entries resource) {
        Map<String, TemplateNode> parts = new LinkedHashMap<>(resource.entries());
        parts.computeIfPresent(DEPENDS_ON, (key, value) -> inAnyOrder(list(value)));
        parts.entrySet().removeIf(part -> PARTS_OF_A_RESOURCE.contains(part.getKey()) && isEmpty(part.getValue()));
        return new Entries(parts, resource.unquoted());
    }

    /** The node with each object in it changed. Everything else stays. */
    static TemplateNode eachEntry(TemplateNode node, UnaryOperator<Entries> change) {
        if (!(node instanceof Entries object)) {
            return node;
        }
        Map<String, TemplateNode> changed = new LinkedHashMap<>();
        object.entries()
                .forEach((key, value) -> changed.put(key, value instanceof Entries each ? change.apply(each) : value));
        return new Entries(changed, object.unquoted());
    }

    private static TemplateNode list(TemplateNode node) {
        return node instanceof Items || node instanceof Null ? node : new Items(List.of(node));
    }

    private static TemplateNode inAnyOrder(TemplateNode node) {
        return node instanceof Items list && list.items().stream().allMatch(Scalar.class::isInstance)
                ? new Items(list.items().stream()
                        .sorted(Comparator.comparing(item -> ((Scalar) item).text()))
                        .toList())
                : node;
    }

    private static boolean isEmpty(TemplateNode node) {
        return node instanceof Null
                || (node instanceof Entries object && object.entries().isEmpty())
                || (node instanceof Items list && list.items().isEmpty());
    }
}
