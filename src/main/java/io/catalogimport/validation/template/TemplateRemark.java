package io.catalogimport.validation.template;

/**
 * What a person should know of a comparison, beyond whether the templates are the same.
 *
 * @param sentence one or more whole sentences
 */
public record TemplateRemark(Kind kind, String sentence) {

    /** What the remark is about. */
    public enum Kind {
        /** The templates are the same only if GetTemplate lost some characters of the stack's. */
        CHARACTERS_LOST,
        /** A value stands in two spellings that CloudFormation may take for one or for two values. */
        SPELLING,
        /** A key stands twice in its object. */
        KEY_REPEATED
    }
}
