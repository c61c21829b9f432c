package io.catalogimport.database;

/** The database is there, but not as this program needs it. The message says what to change; trying again does not help. */
public final class UnusableDatabaseException extends RuntimeException {
    /** @param message what is wrong and what to do */
    public UnusableDatabaseException(String message) {
        super(message);
    }

    /** @param message what is wrong and what to do */
    public UnusableDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
