package io.catalogimport.aws;

/** The text of a product version's template, or the reason why it cannot be read. */
public sealed interface TemplateText {

    /** The template as it was submitted to Service Catalog. */
    record Found(String text) implements TemplateText {}

    /**
     * There is a template, but it cannot be read.
     *
     * @param why a clause for people, such as {@code S3 answered AccessDenied}
     */
    record Hidden(String why) implements TemplateText {}
}
