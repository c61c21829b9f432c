package io.catalogimport.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The latest window in which imports of a file might begin, for each time of day that ends one. */
public final class ImportWindows {
    private final JdbcClient jdbc;

    public ImportWindows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A window.
     *
     * @param beganAt when its first start was
     * @param endsAt when nothing further begins
     */
    public record Known(Instant beganAt, Instant endsAt) {}

    /** The latest window of the file that ends at this time of day. */
    public Optional<Known> latest(String file, String until) {
        return jdbc.sql("select began_at, ends_at from import_window where file = ? and until = ?")
                .params(file, until)
                .query((row, number) -> new Known(
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .optional();
    }

    /** From now on, this is the latest window. The first start in it is the one that counts. */
    public void begin(String file, String until, Known window) {
        jdbc.sql("""
                        insert into import_window (file, until, began_at, ends_at) values (?, ?, ?, ?)
                        on conflict (file, until) do update
                            set began_at = excluded.began_at, ends_at = excluded.ends_at
                            where import_window.ends_at < excluded.ends_at""")
                .params(file, until, Timestamp.from(window.beganAt()), Timestamp.from(window.endsAt()))
                .update();
    }
}
