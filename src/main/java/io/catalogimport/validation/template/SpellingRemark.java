package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;
import io.catalogimport.validation.template.TemplateNode.Scalar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects values and keys that are spelled in two ways, when it is not known whether both mean the same to
 * CloudFormation. Shows the first.
 */
final class SpellingRemark {
    private @Nullable String first;
    private int total;

    void addValue(Place place, Scalar inStack, Scalar inProduct) {
        add(
                "Values are spelled differently: ",
                place,
                "stack has " + shown(inStack, inProduct) + ", product has " + shown(inProduct, inStack));
    }

    void addKey(Place place) {
        add("Keys are spelled differently: ", place, "the key is in quotes on one side only");
    }

    Optional<TemplateRemark> remark() {
        if (first == null) {
            return Optional.empty();
        }
        String others = total > 1 ? "; and " + (total - 1) + " more" : "";
        return Optional.of(new TemplateRemark(
                TemplateRemark.Kind.SPELLING,
                first + others + ". CloudFormation may or may not treat them as the same."));
    }

    private void add(String what, Place place, String sides) {
        if (first == null) {
            first = what + place + ": " + sides;
        }
        total++;
    }

    /** The value as it is written. A text that looks like the other side's value is in quotes. */
    private static String shown(Scalar scalar, Scalar other) {
        boolean isText = !scalar.isOpen() && scalar.written().equals(other.written());
        return isText ? Excerpt.of(scalar.written()) : scalar.written();
    }
}
