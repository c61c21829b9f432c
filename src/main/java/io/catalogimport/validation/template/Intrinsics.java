package io.catalogimport.validation.template;

import io.catalogimport.validation.template.TemplateNode.Entries;
import io.catalogimport.validation.template.TemplateNode.Items;
import io.catalogimport.validation.template.TemplateNode.Null;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the different ways of writing an intrinsic function into one. */
final class Intrinsics {
    private static final String PREFIX = "Fn::";
    private static final Set<String> WITHOUT_PREFIX = Set.of("Ref", "Condition");

    private Intrinsics() {}

    /** The function that a YAML tag such as {@code !Sub} stands for. */
    static Entries ofTag(String tag, TemplateNode argument) {
        String name = tag.substring(1);
        return entries(new Entries(Map.of(WITHOUT_PREFIX.contains(name) ? name : PREFIX + name, argument)));
    }

    /** The object. If it is a function, its argument is in one fixed form. */
    static Entries entries(Entries object) {
        if (object.entries().size() != 1) {
            return object;
        }
        String key = object.entries().keySet().iterator().next();
        TemplateNode argument = object.entries().get(key);
        return key.startsWith(PREFIX) && argument != null ? new Entries(Map.of(key, argument(key, argument))) : object;
    }

    private static TemplateNode argument(String function, TemplateNode argument) {
        if (argument instanceof Null) {
            return new Scalar(""); // !GetAZs is !GetAZs ''.
        }
        if (argument instanceof Scalar plain && !plain.isAsWritten()) {
            // After a tag, as in !Sub yes, it is a text. Whether it is one after Fn::Sub is not known.
            return new Scalar(plain.text(), plain.written(), true);
        }
        if (!(argument instanceof Items list)) {
            return argument;
        }
        List<TemplateNode> items = list.items();
        return switch (function) {
            case "Fn::GetAtt" -> items.stream().allMatch(Scalar.class::isInstance) ? joined(items) : argument;
            case "Fn::Sub" -> hasNoVariables(items) ? items.get(0) : argument;
            default -> argument;
        };
    }

    /** {@code ["A", "B.C"]} as {@code A.B.C}. */
    private static Scalar joined(List<TemplateNode> scalars) {
        return new Scalar(
                scalars.stream().map(Scalar.class::cast).map(Scalar::text).collect(Collectors.joining(".")));
    }

    private static boolean hasNoVariables(List<TemplateNode> arguments) {
        return arguments.size() == 2
                && arguments.get(1) instanceof Entries variables
                && variables.entries().isEmpty();
    }
}
