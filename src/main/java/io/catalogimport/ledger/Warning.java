package io.catalogimport.ledger;

import io.catalogimport.mapping.Problem;

/**
 * Something about a mapping that does not block its import.
 *
 * @param code stable, for scripts, such as {@code SEVERAL_LAUNCH_PATHS}; it holds no colon
 * @param sentence the same for people
 * @param isNote whether it is only worth a look in the results, because it is true of many mappings
 */
public record Warning(String code, String sentence, boolean isNote) {
    private static final String SEPARATOR = ": ";

    /** How a note begins where it is stored. */
    private static final String NOTE = "note:";

    /** AWS may say anything; PostgreSQL cannot store a NUL. */
    public Warning {
        sentence = sentence.replace('\0', ' ');
    }

    public Warning(String code, String sentence) {
        this(code, sentence, false);
    }

    /** What the reader of the mapping file warns of. */
    public static Warning of(Problem seen) {
        return new Warning(seen.code(), seen.sentence());
    }

    /** Reads the form that {@link #stored()} writes. */
    static Warning parse(String stored) {
        boolean isNote = stored.startsWith(NOTE);
        String text = isNote ? stored.substring(NOTE.length()) : stored;
        int end = text.indexOf(SEPARATOR);
        return new Warning(text.substring(0, end), text.substring(end + SEPARATOR.length()), isNote);
    }

    /** What the database has of it. */
    String stored() {
        return isNote ? NOTE + this : toString();
    }

    /** {@code CODE: sentence}. */
    @Override
    public String toString() {
        return code + SEPARATOR + sentence;
    }
}
