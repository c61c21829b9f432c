package io.catalogimport.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Tells whether an error means that the database is away, so that the same may work when it is back. */
public final class DatabaseOutage {
    /**
     * SQL states of a server that is away, ends, or has no room for us: the classes of connections, resources, operators
     * and of the system below.
     */
    private static final List<String> AWAY = List.of("08", "53", "57", "58");

    /** A server that is a standby now, or did not let a transaction finish beside others. The next attempt may pass. */
    private static final List<String> NOT_NOW = List.of("25006", "25P03", "25P04", "40001", "40P01", "55P03");

    /** A server that ends the session says so, whatever the reason. */
    private static final List<String> SESSION_ENDS = List.of("FATAL", "PANIC");

    private DatabaseOutage() {}

    /** Whether an outage is what the error, or one of its causes, is about. */
    public static boolean isBehind(Throwable error) {
        return ExceptionUtils.stream(error)
                .anyMatch(cause -> cause instanceof LocksLostException
                        || cause instanceof ReadOnlyDatabaseException
                        // From the pool, which does not always know a state.
                        || cause instanceof SQLTransientConnectionException
                        || (cause instanceof SQLException sql && isOutage(sql)));
    }

    private static boolean isOutage(SQLException error) {
        String state = SqlCause.state(error);
        return !DatabaseRefusal.isAboutAccess(state)
                && (isOneOf(AWAY, state) || isOneOf(NOT_NOW, state) || SESSION_ENDS.contains(SqlCause.severity(error)));
    }

    private static boolean isOneOf(List<String> states, String state) {
        return states.stream().anyMatch(state::startsWith);
    }
}
