package io.catalogimport.database;

import java.sql.SQLException;

/** The database session that held this process's locks has ended: others may work on the same now. */
public final class LocksLostException extends RuntimeException {
    private static final String WORDS = "The database session that holds the locks was lost, so no further import is"
            + " started. Run again to go on; nothing is lost.";

    /** The session has ended, and that was noticed before anything failed. */
    public LocksLostException() {
        super(WORDS);
    }

    /** @param cause how the session failed */
    public LocksLostException(SQLException cause) {
        super(WORDS, cause);
    }
}
