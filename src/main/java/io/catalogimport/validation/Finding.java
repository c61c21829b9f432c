package io.catalogimport.validation;

/**
 * What a rule has to say of a mapping.
 *
 * @param severity what follows from it
 * @param code stable, for scripts, such as {@code STACK_NOT_FOUND}
 * @param sentence what was found and what to do, for people
 */
public record Finding(Severity severity, String code, String sentence) {

    /** What follows from a finding. */
    public enum Severity {
        /** The mapping cannot be imported. */
        REASON,
        /** The mapping can be imported, but someone should look at it first. */
        WARNING,
        /** Good to know for later. True of so many mappings that only the results have it, and no terminal. */
        NOTE
    }

    static Finding reason(String code, String sentence) {
        return new Finding(Severity.REASON, code, sentence);
    }

    static Finding warning(String code, String sentence) {
        return new Finding(Severity.WARNING, code, sentence);
    }

    static Finding note(String code, String sentence) {
        return new Finding(Severity.NOTE, code, sentence);
    }

    /** Whether the mapping cannot be imported because of it. */
    public boolean blocks() {
        return severity == Severity.REASON;
    }

    public boolean isNote() {
        return severity == Severity.NOTE;
    }
}
