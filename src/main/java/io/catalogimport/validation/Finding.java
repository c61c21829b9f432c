package io.catalogimport.validation;

/**
 * What a rule says about a mapping.
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
        /** Good to know for later. Notes are so frequent that only the results show them, and the terminal does not. */
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

    /** Whether it prevents the import of the mapping. */
    public boolean blocks() {
        return severity == Severity.REASON;
    }

    public boolean isNote() {
        return severity == Severity.NOTE;
    }
}
