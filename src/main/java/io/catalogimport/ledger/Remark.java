package io.catalogimport.ledger;

/**
 * Why a mapping stands where it stands.
 *
 * @param code stable codes for scripts, joined by semicolons where there are several
 * @param message the same for people
 */
public record Remark(String code, String message) {
    /** How the message begins of a mapping that validation has found importable all the same. */
    public static final String WARNING = "Warning: ";

    /** Nothing to say. */
    public static final Remark NONE = new Remark("", "");

    /** AWS may say anything; PostgreSQL cannot store a NUL. */
    public Remark {
        code = code.replace('\0', ' ');
        message = message.replace('\0', ' ');
    }
}
