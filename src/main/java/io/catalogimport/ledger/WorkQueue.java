package io.catalogimport.ledger;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.StackArn;
import io.catalogimport.ledger.LaneUnit.OneLane;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mappings to work on next. Changes nothing. The lanes they are in come from {@link LaneQueue}. */
public final class WorkQueue {
    private static final String ENTRY = "select " + EntryRow.COLUMNS + " from mapping_ledger as entry ";

    private static final String STAGED_IN_LANE = ENTRY + """
             where run_id = ? and lane = ? and state = 'STAGED' and selected and line >= ?
             order by line limit ?
            """;

    private static final String ON_LINE = ENTRY + "where run_id = ? and line = ? and stack_arn is not null";

    private static final String IN_FLIGHT_OF_STACK =
            StateList.in(ENTRY + "where stack_arn = ? and state in {in_flight} order by run_id, line limit 1");

    private static final String IN_FLIGHT = StateList.in(ENTRY + """
             where state in {import_in_flight}
               and (state in {under_way} or finished_at is null or finished_at < :since)
               and (cast(:lane as text) is null or {lane} = :lane)
               and lane in (select distinct lane from mapping_ledger where run_id = :run)
             order by run_id = :run desc, run_id, line
            """);

    private static final String READY = "state = 'READY' and selected";

    /** For a row that is READY: its import was begun since then, and AWS did not get the request. */
    static final String TAKEN_BACK = " and started_at >= :since and code is null";

    private static final String NEXT_READY = StateList.in(ENTRY + """
             where run_id = :run and {ready}
               and {lane} = :lane
               and lane <> all (:closed)
               and not exists (select from mapping_ledger as other
                                where other.state in {in_flight} and {excludes})
             order by line limit 1
            """);

    /** In the whole file there is one import at a time, in any lane and of any file. */
    private static final String NEXT_READY_OF_ALL = StateList.in(ENTRY + """
             where run_id = :run and {ready}
               and lane <> all (:closed)
               and not exists (select from mapping_ledger as other
                                where other.state in {in_flight}
                                  and ({excludes}
                                       or exists (select from mapping_ledger as own
                                                   where own.run_id = :run and own.lane = other.lane)))
             order by line limit 1
            """);

    private final JdbcClient jdbc;
    private final LaneScope scope;

    public WorkQueue(JdbcClient jdbc, LaneScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** The next mappings of an account and region to validate, from a line on. */
    public List<LedgerEntry> staged(Run run, OneLane lane, int fromLine, int size) {
        return jdbc.sql(STAGED_IN_LANE)
                .params(run.id(), lane.name(), fromLine, size)
                .query(EntryRow::read)
                .list();
    }

    /**
     * The mappings that AWS may still be working on: those of this run first, then those that other files have left in the
     * same accounts and regions. Usually there is at most one in a lane.
     *
     * @param since imports that became UNRESOLVED since then are left out
     */
    public List<LedgerEntry> inFlight(Run run, LaneUnit unit, Instant since) {
        return query(IN_FLIGHT, run, unit)
                .param("since", Timestamp.from(since))
                .query(EntryRow::read)
                .list();
    }

    /** The mapping on a line of the file; empty if no mapping begins there. */
    public Optional<LedgerEntry> onLine(Run run, int line) {
        return jdbc.sql(ON_LINE).params(run.id(), line).query(EntryRow::read).optional();
    }

    /** The import of a stack that AWS may still be working on, in any run. If there are several, the first one. */
    public Optional<LedgerEntry> inFlight(StackArn stack) {
        return jdbc.sql(IN_FLIGHT_OF_STACK)
                .param(stack.toString())
                .query(EntryRow::read)
                .optional();
    }

    /**
     * The next mapping in file order that can be imported. In a lane, nothing may be in flight in the lane. In the whole
     * file, nothing may be in flight in any of its lanes.
     *
     * @param closed accounts and regions that are left out
     */
    public Optional<LedgerEntry> nextReady(Run run, LaneUnit unit, Set<Lane> closed) {
        return next(READY, run, unit, closed, null);
    }

    /** The same, but only a mapping whose import was begun since then and taken back. */
    public Optional<LedgerEntry> nextTakenBack(Run run, LaneUnit unit, Set<Lane> closed, Instant since) {
        return next(READY + TAKEN_BACK, run, unit, closed, since);
    }

    private Optional<LedgerEntry> next(
            String ready, Run run, LaneUnit unit, Set<Lane> closed, @Nullable Instant since) {
        String statement = (unit instanceof OneLane ? NEXT_READY : NEXT_READY_OF_ALL).replace("{ready}", ready);
        return query(statement, run, unit)
                .param("closed", closed.stream().map(Lane::toString).toArray(String[]::new))
                .param("since", since == null ? null : Timestamp.from(since))
                .query(EntryRow::read)
                .optional();
    }

    private JdbcClient.StatementSpec query(String statement, Run run, LaneUnit unit) {
        return jdbc.sql(scope.in(statement))
                .param("run", run.id())
                .param("lane", unit instanceof OneLane lane ? lane.name() : null, Types.VARCHAR);
    }
}
