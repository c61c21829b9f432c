package io.catalogimport.ledger;

import java.sql.SQLException;

/** The database session that held this process's locks has ended: others may work on the same now. */
public final class LocksLostException extends RuntimeException {
    private static final String WORDS = "The database session that holds the locks was lost, so no further import is"
            + " begun. Run again to go on; nothing is lost.";

    LocksLostException() {
        super(WORDS);
    }

    LocksLostException(SQLException cause) {
        super(WORDS, cause);
    }
}
