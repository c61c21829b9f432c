package io.catalogimport.ledger;

/**
 * Something about a mapping that does not block its import.
 *
 * @param code stable, for scripts, such as {@code SEVERAL_LAUNCH_PATHS}; it holds no colon
 * @param sentence the same for people
 */
public record Warning(String code, String sentence) {
    private static final String SEPARATOR = ": ";

    /** AWS may say anything; PostgreSQL cannot store a NUL. */
    public Warning {
        sentence = sentence.replace('\0', ' ');
    }

    /** Reads the form that {@link #toString()} writes. */
    static Warning parse(String stored) {
        int end = stored.indexOf(SEPARATOR);
        return new Warning(stored.substring(0, end), stored.substring(end + SEPARATOR.length()));
    }

    /** {@code CODE: sentence}. This form is stored. */
    @Override
    public String toString() {
        return code + SEPARATOR + sentence;
    }
}
