package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a template that only describe it: descriptions, the format's version, metadata, and the resource that
 * CDK uses to count its use. Metadata that cfn-init runs is not descriptive. What a function inserts is not known, so
 * it is not descriptive either.
 */
final class DescriptiveParts {
    private static final String DESCRIPTION = "Description";
    private static final String METADATA = "Metadata";
    private static final Set<String> CARRIED_OUT =
            Set.of("AWS::CloudFormation::Init", "AWS::CloudFormation::Authentication");

    private DescriptiveParts() {}

    /** The template without them, in its normal form. */
    static Entries without(Entries template) {
        Set<String> conditions = conditionsOfCdk(template);
        Map<String, TemplateNode> parts =
                new LinkedHashMap<>(described(template).entries());
        parts.remove("AWSTemplateFormatVersion");
        parts.computeIfPresent("Parameters", (key, value) -> NormalForm.eachEntry(value, DescriptiveParts::described));
        parts.computeIfPresent("Outputs", (key, value) -> NormalForm.eachEntry(value, DescriptiveParts::described));
        parts.computeIfPresent(
                "Resources",
                (key, value) -> NormalForm.eachEntry(
                        without(value, entry -> isOfCdk(entry.getValue())), DescriptiveParts::described));
        Predicate<Map.Entry<String, TemplateNode>> isUnused = unused(conditions, parts);
        parts.computeIfPresent("Conditions", (key, value) -> without(value, isUnused));
        return NormalForm.of(new Entries(parts, template.unquoted()));
    }

    /** The object without descriptions, and with only the part of its metadata that cfn-init runs. */
    private static Entries described(Entries object) {
        Map<String, TemplateNode> parts = new LinkedHashMap<>(object.entries());
        parts.remove(DESCRIPTION);
        parts.remove("ConstraintDescription");
        parts.computeIfPresent(
                METADATA,
                (key, value) -> without(
                        value,
                        entry -> !CARRIED_OUT.contains(entry.getKey())
                                && !entry.getKey().startsWith("Fn::")));
        return new Entries(parts, object.unquoted());
    }

    static TemplateNode without(TemplateNode node, Predicate<Map.Entry<String, TemplateNode>> unwanted) {
        if (!(node instanceof Entries object)) {
            return node;
        }
        Map<String, TemplateNode> kept = new LinkedHashMap<>(object.entries());
        kept.entrySet().removeIf(unwanted);
        return new Entries(kept, object.unquoted());
    }

    static boolean isOfCdk(TemplateNode resource) {
        return text(resource, "Type").equals("AWS::CDK::Metadata");
    }

    static Set<String> conditionsOfCdk(Entries template) {
        Set<String> names = new HashSet<>();
        if (template.entries().get("Resources") instanceof Entries resources) {
            resources.entries().values().stream()
                    .filter(DescriptiveParts::isOfCdk)
                    .map(resource -> text(resource, "Condition"))
                    .forEach(names::add);
        }
        return names;
    }

    /** Matches the conditions that nothing else in the template names. */
    static Predicate<Map.Entry<String, TemplateNode>> unused(
            Set<String> conditions, Map<String, TemplateNode> template) {
        if (conditions.isEmpty()) {
            return condition -> false;
        }
        Set<String> texts = new HashSet<>();
        template.values().forEach(part -> collectTexts(part, texts));
        return condition -> conditions.contains(condition.getKey()) && !texts.contains(condition.getKey());
    }

    private static void collectTexts(TemplateNode node, Set<String> texts) {
        if (node instanceof Scalar scalar) {
            texts.add(scalar.text());
        } else if (node instanceof Items list) {
            list.items().forEach(item -> collectTexts(item, texts));
        } else if (node instanceof Entries object) {
            object.entries().values().forEach(value -> collectTexts(value, texts));
        }
    }

    private static String text(TemplateNode object, String key) {
        @Nullable
        TemplateNode value =
                object instanceof Entries entries ? entries.entries().get(key) : null;
        return value instanceof Scalar scalar ? scalar.text() : "";
    }
}
