package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings the several ways of writing an intrinsic function to one. */
final class Intrinsics {
    private static final String GET_ATT = "Fn::GetAtt";
    private static final Set<String> WITHOUT_PREFIX = Set.of("Ref", "Condition");

    private Intrinsics() {}

    /** The function that a YAML tag such as {@code !Sub} stands for. */
    static Entries ofTag(String tag, TemplateNode argument) {
        String name = tag.substring(1);
        return entries(Map.of(WITHOUT_PREFIX.contains(name) ? name : "Fn::" + name, argument));
    }

    /** An object of the template, with {@code {"Fn::GetAtt": ["A", "B.C"]}} written as {@code {"Fn::GetAtt": "A.B.C"}}. */
    static Entries entries(Map<String, TemplateNode> entries) {
        if (entries.size() == 1
                && entries.get(GET_ATT) instanceof Items list
                && list.items().stream().allMatch(Scalar.class::isInstance)) {
            return new Entries(Map.of(GET_ATT, new Scalar(joined(list.items()))));
        }
        return new Entries(entries);
    }

    private static String joined(List<TemplateNode> scalars) {
        return scalars.stream().map(Scalar.class::cast).map(Scalar::text).collect(Collectors.joining("."));
    }
}
