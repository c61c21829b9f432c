package io.catalogimport.validation.template;

import java.util.List;
import java.util.Map;

/** A template or a part of it, free of how it was written down. */
sealed interface TemplateNode {

    /**
     * A string, number or boolean, which CloudFormation does not tell apart in a template: {@code 80} is {@code "80"}.
     * Numbers keep the spelling they were written in. {@code 1.10} is not {@code 1.1}, since both may be versions, and
     * {@code 0777} and {@code 12:30} are not what YAML 1.1 makes of them.
     */
    record Scalar(String text) implements TemplateNode {}

    /** A null, which is not the empty string. */
    record Null() implements TemplateNode {}

    record Items(List<TemplateNode> items) implements TemplateNode {}

    record Entries(Map<String, TemplateNode> entries) implements TemplateNode {}
}
