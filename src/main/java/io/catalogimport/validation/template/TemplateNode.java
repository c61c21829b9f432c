package io.catalogimport.validation.template;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A template or a part of it, without how it was written. */
sealed interface TemplateNode {

    /**
     * A string, number or boolean. CloudFormation treats them alike in a template: {@code 80} is {@code "80"}.
     *
     * @param text what CloudFormation makes of it: {@code 0400} without quotes is {@code 256}
     * @param written as it is written in the template
     * @param isOpen whether it is unknown if CloudFormation reads it as it is written or as {@code text}
     */
    record Scalar(String text, String written, boolean isOpen) implements TemplateNode {

        /** A scalar that means what is written. */
        Scalar(String text) {
            this(text, text, false);
        }

        boolean isAsWritten() {
            return text.equals(written);
        }

        /** Whether it can mean that text. */
        boolean canMean(String other) {
            return text.equals(other) || (isOpen && written.equals(other));
        }

        /** Whether there is a text that both can mean. */
        boolean canMean(Scalar other) {
            return canMean(other.text) || (other.isOpen && canMean(other.written));
        }
    }

    /** A null, which is not the empty string. */
    record Null() implements TemplateNode {}

    record Items(List<TemplateNode> items) implements TemplateNode {}

    /**
     * An object.
     *
     * @param entries the value of each key
     * @param unquoted the keys without quotes that CloudFormation may read as another text, such as {@code 0123}
     */
    record Entries(Map<String, TemplateNode> entries, Set<String> unquoted) implements TemplateNode {
        Entries(Map<String, TemplateNode> entries) {
            this(entries, Set.of());
        }
    }
}
