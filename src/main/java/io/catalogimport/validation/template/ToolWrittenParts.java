package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The parts of a template that tools write for themselves and that change without a change of the resources: the CDK's paths,
 * assets and its resource for counting, and the ids of the CloudFormation Designer.
 */
final class ToolWrittenParts {
    private static final String METADATA = "Metadata";
    private static final String DESIGNER = "AWS::CloudFormation::Designer";

    private ToolWrittenParts() {}

    /** The template without them, in its normal form. */
    static Entries without(Entries template) {
        Set<String> conditions = DescriptiveParts.conditionsOfCdk(template);
        Map<String, TemplateNode> parts = new LinkedHashMap<>(unmarked(template).entries());
        parts.computeIfPresent(
                "Resources",
                (key, value) -> NormalForm.eachEntry(
                        DescriptiveParts.without(value, entry -> DescriptiveParts.isOfCdk(entry.getValue())),
                        ToolWrittenParts::unmarked));
        Predicate<Map.Entry<String, TemplateNode>> isUnused = DescriptiveParts.unused(conditions, parts);
        parts.computeIfPresent("Conditions", (key, value) -> DescriptiveParts.without(value, isUnused));
        return NormalForm.of(new Entries(parts, template.unquoted()));
    }

    private static Entries unmarked(Entries object) {
        Map<String, TemplateNode> parts = new LinkedHashMap<>(object.entries());
        parts.computeIfPresent(
                METADATA, (key, value) -> DescriptiveParts.without(value, entry -> isMark(entry.getKey())));
        return new Entries(parts, object.unquoted());
    }

    private static boolean isMark(String key) {
        return key.startsWith("aws:cdk:") || key.startsWith("aws:asset:") || key.equals(DESIGNER);
    }
}
