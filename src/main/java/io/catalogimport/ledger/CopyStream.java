package io.catalogimport.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Many rows on their way into a table by COPY. The server works on the first ones while the next ones are made. The
 * connection can do nothing else until this is closed.
 */
final class CopyStream implements AutoCloseable {
    private static final int SENT_AT_ONCE = 1 << 16;

    private final CopyIn copy;
    private final CopyText text = new CopyText();

    private CopyStream(CopyIn copy) {
        this.copy = copy;
    }

    /** @param statement {@code copy … from stdin} */
    static CopyStream begin(Connection connection, String statement) throws SQLException {
        return new CopyStream(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
    }

    /** Adds a row, as {@link CopyText#add}. */
    void add(List<? extends @Nullable Object> row) throws SQLException {
        text.add(row);
        if (text.length() >= SENT_AT_ONCE) {
            send();
        }
    }

    /** All rows were added. */
    void end() throws SQLException {
        send();
        copy.endCopy();
    }

    private void send() throws SQLException {
        byte[] bytes = text.take();
        copy.writeToCopy(bytes, 0, bytes.length);
    }

    /** Without an end before, no row gets into the table. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
