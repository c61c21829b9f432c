package io.catalogimport.validation;

/** What a difference between the stack's template and the product version's leads to. */
public enum TemplateCheck {
    /** The mapping is rejected. */
    STRICT,
    /** The mapping is rejected, unless only metadata and descriptions differ: then it is importable, with a warning. */
    STRUCTURE,
    /** The mapping is importable, with a warning; AWS decides. */
    WARN,
    /** The templates are not compared. */
    OFF
}
