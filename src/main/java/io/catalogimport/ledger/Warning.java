package io.catalogimport.ledger;

import io.catalogimport.mapping.Problem;

/**
 * Something about a mapping that does not block its import.
 *
 * @param code stable, for scripts, such as {@code SEVERAL_LAUNCH_PATHS}
 * @param sentence the same, for people
 * @param isNote whether only the results show it, because it is true of many mappings
 */
public record Warning(String code, String sentence, boolean isNote) {
    private static final String SEPARATOR = ": ";

    /** The text may come from AWS, and PostgreSQL cannot store a NUL. */
    public Warning {
        sentence = sentence.replace('\0', ' ');
    }

    public Warning(String code, String sentence) {
        this(code, sentence, false);
    }

    /** A warning of the reader of the mapping file. */
    public static Warning of(Problem seen) {
        return new Warning(seen.code(), seen.sentence());
    }

    /** {@code CODE: sentence}. */
    @Override
    public String toString() {
        return code + SEPARATOR + sentence;
    }
}
