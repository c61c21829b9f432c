package io.catalogimport.ledger;

import io.catalogimport.ledger.LaneUnit.OneLane;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lanes of a run in which there is something to do. Changes nothing. */
public final class LaneQueue {
    private static final String LANES = """
            with held as materialized (
                select classid::bigint << 32 | objid::bigint as key
                  from pg_locks
                 where locktype = 'advisory' and granted and objsubid = 1
                   and database = (select oid from pg_database where datname = current_database())
            ), lane as (
                {lanes}
            )
            select name, work, hashtextextended('catalog-import ' || :lock || name, 0) in (select key from held) as held
              from lane order by {order}
            """;

    private static final String STAGED = """
            select lane as name, count(*) as rows, min(line) as first, cast(count(*) as text) as work
                  from mapping_ledger
                 where run_id = :run and state = 'STAGED' and selected
                 group by lane
            """;

    private static final String IN_FLIGHT = StateList.in("""
            select {lane} as name, count(*) as rows, min(line) as first, '' as work
                  from mapping_ledger
                 where run_id = :run and lane in (select lane from mapping_ledger where state in {import_in_flight})
                 group by name
            """);

    /** What a worker that died has left in flight is work, too, also when nothing further may begin. */
    private static final String OPEN = StateList.in("""
            select name, sum(rows) as rows, min(first) as first, string_agg(work, ';') as work
                  from (select {lane} as name, count(*) as rows, min(line) as first, cast(count(*) as text) as work
                          from mapping_ledger
                         where run_id = :run and lane is not null and {ready}
                         group by name
                        union all
                        select {lane} as name, count(*) as rows, min(line) as first,
                               string_agg(line || ' ' || coalesce(cast(started_at as text), ''), ',' order by line) as work
                          from mapping_ledger
                         where run_id = :run and lane is not null and state in {under_way}
                         group by name) as part
                 group by name
            """);

    private static final String READY = "state = 'READY' and selected";

    /** What to lock before a lane is worked on. */
    private static final String LOCKS = StateList.in("""
            select distinct lock from (
                select unnest(array[lane, {lane}]) as lock from mapping_ledger
                 where run_id = :run and lane is not null
                   and case when cast(:lane as text) is null then state not in {settled}
                            else {lane} = :lane end) as locks
             order by lock
            """);

    private final JdbcClient jdbc;
    private final LaneScope scope;
    private final Order order;

    /** Which lanes come first. */
    public enum Order {
        /** Those whose first row comes first in the file. */
        OF_FILE("first"),
        /** Any, those with more rows sooner as a rule: workers that share a run then seldom want the same one. */
        RANDOM("-ln(1 - random()) / rows");

        private final String expression;

        Order(String expression) {
            this.expression = expression;
        }
    }

    public LaneQueue(JdbcClient jdbc, LaneScope scope, Order order) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.order = order;
    }

    /**
     * A lane with something to do.
     *
     * @param work what that is: a text that changes when some of it is done, or more comes
     * @param held whether a process, which may be this one, is working in it
     */
    public record Waiting(OneLane lane, String work, boolean held) {}

    /** The accounts and regions in which something is to be validated. */
    public List<Waiting> staged(Run run) {
        return lanes(STAGED, LockNames.validations(run.digest()), run, null);
    }

    /** The lanes in which something is in flight, of any run. */
    public List<Waiting> inFlight(Run run) {
        return lanes(IN_FLIGHT, LockNames.LANE, run, null);
    }

    /** The lanes in which something can be imported, or was being imported by a process that died. */
    public List<Waiting> open(Run run) {
        return open(run, READY, null);
    }

    /** Of the former only those where it was begun since then, and taken back. */
    public List<Waiting> begun(Run run, Instant since) {
        return open(run, READY + WorkQueue.TAKEN_BACK, since);
    }

    /** Only the latter. */
    public List<Waiting> abandoned(Run run) {
        return open(run, "false", null);
    }

    private List<Waiting> open(Run run, String ready, @Nullable Instant since) {
        return lanes(OPEN.replace("{ready}", ready), LockNames.LANE, run, since);
    }

    private List<Waiting> lanes(String lanes, String lock, Run run, @Nullable Instant since) {
        String statement = LANES.replace("{lanes}", lanes).replace("{order}", order.expression);
        return jdbc.sql(scope.in(statement))
                .param("run", run.id())
                .param("lock", lock)
                .param("since", since == null ? null : Timestamp.from(since))
                .query((row, number) ->
                        new Waiting(new OneLane(row.getString("name")), row.getString("work"), row.getBoolean("held")))
                .list();
    }

    /**
     * The locks to take before the work on a lane begins, in an order that all processes share: the lane itself and each
     * account and region in it. Processes with another --lane-scope know the lane by these. For the whole file, these are
     * the locks of all lanes in which something is left to do.
     */
    public List<String> locks(Run run, LaneUnit unit) {
        return jdbc
                .sql(scope.in(LOCKS))
                .param("run", run.id())
                .param("lane", unit instanceof OneLane lane ? lane.name() : null, Types.VARCHAR)
                .query(String.class)
                .list()
                .stream()
                .map(LockNames::lane)
                .toList();
    }
}
