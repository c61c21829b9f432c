package io.catalogimport.validation.template;

import io.catalogimport.mapping.Excerpt;
import io.catalogimport.validation.template.TemplateMatch.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of one template that occur twice in their object. CloudFormation accepts them and uses the last value. */
final class RepeatedKeys {
    private @Nullable String first;
    private int firstLine;
    private int total;

    void add(String key, int line) {
        if (first == null) {
            first = key;
            firstLine = line;
        }
        total++;
    }

    int total() {
        return total;
    }

    Optional<TemplateRemark> remark(Side side) {
        if (first == null) {
            return Optional.empty();
        }
        String all = total > 1 ? " (of " + total + " repeated keys)" : "";
        return Optional.of(new TemplateRemark(
                TemplateRemark.Kind.KEY_REPEATED,
                "In the " + side.shown() + "'s template the key " + Excerpt.of(first) + " is repeated on line "
                        + firstLine + all + ". CloudFormation takes the last value, and so did the comparison."));
    }
}
