package io.catalogimport.database;

/** The server takes no changes now, as a standby does during a fail-over. Trying again helps when the fail-over is done. */
public final class ReadOnlyDatabaseException extends RuntimeException {
    ReadOnlyDatabaseException(String database) {
        super("Database %s is read-only: its server is a standby, or default_transaction_read_only is on."
                        .formatted(database)
                + " Run again when SPRING_DATASOURCE_URL leads to the primary server; nothing is lost.");
    }
}
