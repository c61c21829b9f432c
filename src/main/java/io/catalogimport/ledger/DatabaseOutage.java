package io.catalogimport.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether an error means that the database is away, so that the same may work when it is back. */
public final class DatabaseOutage {
    /** SQL states of a server that is away, ends, or has no room for us: connection, operator's and resource classes. */
    private static final List<String> STATES = List.of("08", "57P", "53");

    /** The server is there, but lets us in for no password, or not without one. */
    private static final String REJECTED = "08004";

    private static final int DEEPEST_CAUSE = 50;

    private DatabaseOutage() {}

    /** Whether an outage is what the error, or one of its causes, is about. */
    public static boolean isBehind(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof LocksLostException
                        // From the pool, which does not always know a state.
                        || cause instanceof SQLTransientConnectionException
                        || (cause instanceof SQLException sql && isOutage(sql)));
    }

    private static boolean isOutage(SQLException error) {
        String state = error.getSQLState();
        return state != null && !state.equals(REJECTED) && STATES.stream().anyMatch(state::startsWith);
    }
}
