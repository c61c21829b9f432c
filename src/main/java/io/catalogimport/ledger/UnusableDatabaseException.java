package io.catalogimport.ledger;

/** The database is there, but not as this program needs it. The message says what to change; trying again does not help. */
public final class UnusableDatabaseException extends RuntimeException {
    UnusableDatabaseException(String message) {
        super(message);
    }

    UnusableDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
