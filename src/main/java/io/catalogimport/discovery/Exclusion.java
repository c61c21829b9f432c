package io.catalogimport.discovery;

/** Why a stack that is asked for cannot be imported. */
public enum Exclusion {
    /** CloudFormation is working on it, so that its status and its template may change. */
    IN_PROGRESS("in the middle of an operation"),
    /** Its status is none of the five that Service Catalog imports. */
    STATUS("in a status that cannot be imported"),
    /** It is nested in another stack. */
    NESTED("nested in another stack"),
    /** It belongs to a stack set. */
    STACK_SET("of a stack set"),
    /** It is a provisioned product already. */
    PROVISIONED("a provisioned product already"),
    /** It has a warning that counts as an error. */
    WARNED("with a warning of --warn-as-error");

    private final String words;

    Exclusion(String words) {
        this.words = words;
    }

    /** What such stacks are. */
    public String words() {
        return words;
    }
}
