package io.catalogimport.validation.template;

/**
 * What a person should know about a comparison, besides whether the templates are the same.
 *
 * @param sentence one or more whole sentences
 */
public record TemplateRemark(Kind kind, String sentence) {

    /** What the remark is about. */
    public enum Kind {
        /** The templates are the same only if GetTemplate lost some characters of the stack's. */
        CHARACTERS_LOST,
        /** A value has two spellings. CloudFormation may read them as one value or as two. */
        SPELLING,
        /** A key occurs twice in its object. */
        KEY_REPEATED
    }
}
