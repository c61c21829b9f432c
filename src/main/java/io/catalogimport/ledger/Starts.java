package io.catalogimport.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The last start of each run. Workers that share a run share its start: limits count from its beginning, and the file is
 * read and looked over once in it.
 */
public final class Starts {
    private static final String BEGIN = """
            insert into mapping_start as start (run_id, started_at, resumed_at, end_by, options)
            values (:run, :at, :at, :end, :options)
            on conflict (run_id) do update
               set started_at = :at, end_by = :end, options = :options, ended_at = null,
                   resumed_at = case when start.started_at = :at then start.resumed_at else :at end,
                   file_read = start.file_read and start.started_at = :at,
                   looked_over = start.looked_over and start.started_at = :at
            """;

    /** Hosts have clocks of their own, so what was written last may seem to be later than now. */
    private static final String NEXT = """
            select greatest(
                       cast(:now as timestamptz),
                       (select max(greatest(started_at, finished_at, validated_at)) + interval '1 ms'
                          from mapping_ledger where run_id = :run),
                       (select resumed_at + interval '1 ms' from mapping_start where run_id = :run))
            """;

    private final JdbcClient jdbc;

    public Starts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A start of a run.
     *
     * @param at when it began
     * @param endBy when nothing further may begin in it
     * @param options what all processes of the start have in common; only a process that has it too may join
     */
    public record Start(Instant at, Optional<Instant> endBy, Optional<String> options) {
        /** Whether the time for beginning anything is over. */
        public boolean isTimeUp(Instant now) {
            return endBy.isPresent() && !now.isBefore(endBy.get());
        }
    }

    /**
     * The last start of a run.
     *
     * @param resumedAt when it went on after all its workers had died or were stopped; otherwise when it began
     * @param endedAt when its last worker left; empty if it is under way, or all its workers died
     */
    public record Last(Start start, Instant resumedAt, Optional<Instant> endedAt) {}

    /** What is done once in each start. */
    public enum Preparation {
        /** The file was read, and its rows are in the ledger as this version of the program reads them. */
        FILE_READ("file_read"),
        /** The rows were compared with one another, and what earlier starts found was withdrawn. */
        LOOKED_OVER("looked_over");

        private final String column;

        Preparation(String column) {
            this.column = column;
        }
    }

    /**
     * The time of a start that begins or continues now. It is after everything that earlier starts have written, so that
     * none of that counts in it. That holds if the clock of this host is slow, and if the process waited while others worked.
     */
    public Instant next(Run run, Instant now) {
        return jdbc.sql(NEXT)
                .param("run", run.id())
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** From now on, this is the run's start. If it was so already, as before an outage, it continues, also after its end. */
    public void begin(Run run, Start start) {
        jdbc.sql(BEGIN)
                .param("run", run.id())
                .param("at", Timestamp.from(start.at()))
                .param("end", start.endBy().map(Timestamp::from).orElse(null))
                .param("options", start.options().orElse(null))
                .update();
    }

    /** The run's last start imports. Later plans are starts, too, and leave this as it is. */
    public void importsSince(Run run, Instant at) {
        jdbc.sql("update mapping_start set imports_since = ? where run_id = ?")
                .params(Timestamp.from(at), run.id())
                .update();
    }

    /** The run's last start. */
    public Optional<Last> last(Run run) {
        return jdbc.sql("select started_at, resumed_at, end_by, options, ended_at from mapping_start where run_id = ?")
                .param(run.id())
                .query(Starts::last)
                .optional();
    }

    /**
     * Continues the run's start after all its workers have died or were stopped. The file is read and looked over again.
     *
     * @return the time at which it continues
     */
    public Instant resume(Run run, Instant now) {
        Instant resumed = next(run, now);
        jdbc.sql("update mapping_start set resumed_at = ?, file_read = false, looked_over = false where run_id = ?")
                .params(Timestamp.from(resumed), run.id())
                .update();
        return resumed;
    }

    /** Only workers that were on their way before join the run's start now. */
    public void end(Run run, Instant now) {
        jdbc.sql("update mapping_start set ended_at = ? where run_id = ?")
                .params(Timestamp.from(now), run.id())
                .update();
    }

    /** Whether this was done in the run's start. Waits for a dead worker's last statement, which may be just writing it. */
    public boolean isDone(Run run, Preparation preparation) {
        return jdbc.sql("select " + preparation.column + " from mapping_start where run_id = ? for update")
                .param(run.id())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Writes down that it was. */
    public void done(Run run, Preparation preparation) {
        jdbc.sql("update mapping_start set " + preparation.column + " = true where run_id = ?")
                .param(run.id())
                .update();
    }

    private static Last last(ResultSet row, int number) throws SQLException {
        Start start = new Start(
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("end_by")),
                Optional.ofNullable(row.getString("options")));
        return new Last(start, row.getTimestamp("resumed_at").toInstant(), instant(row.getTimestamp("ended_at")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
