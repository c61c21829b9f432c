package io.catalogimport.discovery;

/** Why a stack that is asked for cannot be imported. */
public enum Exclusion {
    /** Its status is none of the five that Service Catalog imports. */
    STATUS("in a status that cannot be imported"),
    /** It is nested in another stack. */
    NESTED("nested in another stack"),
    /** It belongs to a stack set. */
    STACK_SET("of a stack set"),
    /** It is a provisioned product already. */
    PROVISIONED("a provisioned product already");

    private final String words;

    Exclusion(String words) {
        this.words = words;
    }

    /** What such stacks are. */
    public String words() {
        return words;
    }
}
