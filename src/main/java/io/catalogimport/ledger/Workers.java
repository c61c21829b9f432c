package io.catalogimport.ledger;

import io.catalogimport.database.LockHolder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processes that take part in a run, as their locks show. Changes nothing. */
public final class Workers {
    private static final String HOLDING = """
            with held as materialized (
                select pid, classid::bigint << 32 | objid::bigint as key
                  from pg_locks
                 where locktype = 'advisory' and granted and objsubid = 1
                   and database = (select oid from pg_database where datname = current_database())
            ), holding as (
                select holder.*
                  from lock_holder as holder
                  join held on pid = backend and key = hashtextextended('catalog-import ' || name, 0)
            )
            """;

    private static final String ALL =
            HOLDING + "select name, backend, host, process, file, since from holding order by since";

    private static final String OTHERS = HOLDING + """
            select host, process, file, since,
                   array(select substr(lane.name, 6) from holding as lane
                          where lane.backend = worker.backend and starts_with(lane.name, 'lane ')
                          order by lane.name) as lanes
              from holding as worker
             where starts_with(name, :members) and name <> :self
             order by since, host, process
            """;

    private final JdbcClient jdbc;

    public Workers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A process that takes part in a run.
     *
     * @param lanes the lanes in which it imports at this moment
     */
    public record Worker(LockHolder process, List<String> lanes) {
        public Worker {
            lanes = List.copyOf(lanes);
        }
    }

    /**
     * All workers of a run except one.
     *
     * @param self the name of that worker's lock
     */
    public List<Worker> others(Run run, String self) {
        return jdbc.sql(OTHERS)
                .param("members", LockNames.members(run.digest()))
                .param("self", self)
                .query(Workers::worker)
                .list();
    }

    /**
     * A lock that a process holds.
     *
     * @param name as {@link LockNames} makes it
     * @param backend the session that holds it; all locks of a process are in one session
     */
    public record Held(String name, int backend, LockHolder process) {}

    /** All locks that are held in this database at this moment, by processes of whatever run. */
    public List<Held> locks() {
        return jdbc.sql(ALL)
                .query((row, number) -> new Held(row.getString("name"), row.getInt("backend"), holder(row)))
                .list();
    }

    private static Worker worker(ResultSet row, int number) throws SQLException {
        return new Worker(holder(row), List.of((String[]) row.getArray("lanes").getArray()));
    }

    private static LockHolder holder(ResultSet row) throws SQLException {
        return new LockHolder(
                row.getString("host"),
                row.getLong("process"),
                row.getString("file"),
                row.getTimestamp("since").toInstant());
    }
}
