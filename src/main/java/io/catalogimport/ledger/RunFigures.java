package io.catalogimport.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of runs while other processes work on them: their starts, rows, lanes and imports. Changes nothing. */
public final class RunFigures {
    /** All runs, or one. */
    private static final long ALL = 0;

    private static final String RUNS = """
            select run.id, digest, file, created_at, started_at, end_by, paused_by, paused_at
              from mapping_run as run
              left join mapping_start as start on start.run_id = run.id
              left join mapping_pause as pause on pause.run_id = run.id and pause.resumed_at is null
             where :run in (0, run.id)
             order by coalesce(started_at, created_at) desc, run.id desc
            """;

    private static final String COUNTS = """
            select run_id, state, count(*) as rows from mapping_ledger {of_run} group by run_id, state
            """;

    private static final String LANES = """
            select {lane} as name, state, count(*) as rows, count(*) filter (where selected) as selected, min(line) as first
              from mapping_ledger
             where run_id = :run and lane is not null
             group by {lane}, state
            """;

    /** Where one start has seen an import from its submission to its end. */
    private static final String PACES = """
            with import as (
                select {lane} as name, extract(epoch from finished_at - started_at)::double precision as seconds
                  from mapping_ledger
                 where run_id = :run and took_millis is not null and state = 'IMPORTED'
            )
            select name, count(*) as imports, avg(seconds) as mean, var_pop(seconds) as variance,
                   percentile_cont(0.5) within group (order by seconds) as median
              from import
             group by grouping sets ((name), ())
            having count(*) > 0
            """;

    private static final String IN_FLIGHT = StateList.in("""
            select run_id = :run as own, file, line, {lane} as name, stack_arn, state, started_at, code, message
              from mapping_ledger as other
              join mapping_run on mapping_run.id = run_id
             where state in {in_flight}
               and (run_id = :run
                    or exists (select from mapping_ledger as entry
                                where entry.run_id = :run and entry.state not in {settled} and {excludes}))
             order by name, own desc, file, line
            """);

    private static final String FAILURES = """
            select line, stack_arn, lane, code, message, finished_at
              from mapping_ledger
             where run_id = ? and state = 'FAILED'
             order by finished_at desc nulls last, line desc
             limit ?
            """;

    private final JdbcClient jdbc;

    public RunFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run.
     *
     * @param file the mapping file as it was called when the run was first started
     * @param startedAt when its last start began; null if there was none
     * @param endBy when nothing further may begin in that start
     * @param pause null if it is not paused
     */
    public record Known(
            long id,
            String digest,
            String file,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endBy,
            Pauses.@Nullable Word pause) {}

    /**
     * The rows of a lane that are in one state.
     *
     * @param selected how many of them the last start may work on
     * @param first the line of the first one
     */
    public record LaneCount(String lane, MappingState state, long rows, long selected, int first) {}

    /**
     * How long imports took.
     *
     * @param lane null for those of the whole run
     * @param variance of the seconds
     */
    public record Pace(@Nullable String lane, long imports, double meanSeconds, double variance, Duration median) {}

    /**
     * An import that AWS may still be working on.
     *
     * @param own whether it is of the run that is asked about, or of another one with the same lane
     */
    public record InFlight(
            boolean own,
            String file,
            int line,
            String lane,
            String stackArn,
            MappingState state,
            @Nullable Instant startedAt,
            Remark remark) {}

    /** An import that failed. */
    public record Failure(
            int line,
            String stackArn,
            String lane,
            Remark remark,
            @Nullable Instant at) {}

    /** All runs, the one that was started last first. */
    public List<Known> runs() {
        return jdbc.sql(RUNS).param("run", ALL).query(RunFigures::known).list();
    }

    /** One run. */
    public Optional<Known> run(long id) {
        return jdbc.sql(RUNS).param("run", id).query(RunFigures::known).optional();
    }

    /** How many rows of each run are in each state, by the run's id. A run without rows is not there. */
    public Map<Long, StateCounts> counts() {
        return counts(jdbc.sql(COUNTS.replace("{of_run}", "")));
    }

    /** The same of one run. */
    public Map<Long, StateCounts> counts(long run) {
        return counts(
                jdbc.sql(COUNTS.replace("{of_run}", "where run_id = :run")).param("run", run));
    }

    private static Map<Long, StateCounts> counts(JdbcClient.StatementSpec statement) {
        Map<Long, Map<MappingState, Long>> counts = new HashMap<>();
        statement.query(row -> {
            counts.computeIfAbsent(row.getLong("run_id"), run -> new EnumMap<>(MappingState.class))
                    .put(MappingState.valueOf(row.getString("state")), row.getLong("rows"));
        });
        Map<Long, StateCounts> complete = new HashMap<>();
        counts.forEach((run, states) -> complete.put(run, new StateCounts(states)));
        return complete;
    }

    /** The rows of each lane by state. */
    public List<LaneCount> lanes(long run, LaneScope scope) {
        return query(LANES, run, scope)
                .query((row, number) -> new LaneCount(
                        row.getString("name"),
                        MappingState.valueOf(row.getString("state")),
                        row.getLong("rows"),
                        row.getLong("selected"),
                        row.getInt("first")))
                .list();
    }

    /** How long the imports of a run took, for each lane and for all lanes together. */
    public List<Pace> paces(long run, LaneScope scope) {
        return query(PACES, run, scope)
                .query((row, number) -> new Pace(
                        row.getString("name"),
                        row.getLong("imports"),
                        row.getDouble("mean"),
                        row.getDouble("variance"),
                        Duration.ofMillis(Math.round(row.getDouble("median") * 1000))))
                .list();
    }

    /** The imports of a run that are in flight, and those of other runs that keep its rows from beginning. */
    public List<InFlight> inFlight(long run, LaneScope scope) {
        return query(IN_FLIGHT, run, scope)
                .query((row, number) -> new InFlight(
                        row.getBoolean("own"),
                        row.getString("file"),
                        row.getInt("line"),
                        row.getString("name"),
                        row.getString("stack_arn"),
                        MappingState.valueOf(row.getString("state")),
                        instant(row.getTimestamp("started_at")),
                        remark(row)))
                .list();
    }

    /** The failures of a run, the latest first. */
    public List<Failure> failures(long run, int atMost) {
        return jdbc.sql(FAILURES)
                .params(run, atMost)
                .query((row, number) -> new Failure(
                        row.getInt("line"),
                        row.getString("stack_arn"),
                        row.getString("lane"),
                        remark(row),
                        instant(row.getTimestamp("finished_at"))))
                .list();
    }

    private JdbcClient.StatementSpec query(String statement, long run, LaneScope scope) {
        return jdbc.sql(scope.in(statement)).param("run", run);
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        Timestamp pausedAt = row.getTimestamp("paused_at");
        return new Known(
                row.getLong("id"),
                row.getString("digest"),
                row.getString("file"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("end_by")),
                pausedAt == null ? null : new Pauses.Word(row.getString("paused_by"), pausedAt.toInstant()));
    }

    private static Remark remark(ResultSet row) throws SQLException {
        String code = row.getString("code");
        String message = row.getString("message");
        return code == null ? Remark.NONE : new Remark(code, message == null ? "" : message);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
