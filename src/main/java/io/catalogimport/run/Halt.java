package io.catalogimport.run;

/** Why the import step ended before every mapping that was ready was imported. */
public enum Halt {
    /** Nothing stood in the way. */
    NONE,
    /** As many imports were begun as the user asked for. */
    LIMIT_REACHED,
    /** The time that the user gave is over. */
    TIME_IS_UP,
    /** Some rows are rejected, and the user wants all or nothing. */
    HELD_BACK,
    /** More imports failed than the user allows. */
    FAILURE_BUDGET_EXCEEDED
}
