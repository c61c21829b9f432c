package io.catalogimport.ledger;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.StackArn;
import io.catalogimport.mapping.StackMapping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The moves of mappings from state to state. Each is one statement that commits for itself and names the state it
 * expects, so that no transaction is open while AWS is waited for, and no two processes make the same move.
 */
public final class Ledger {
    private static final String ENTRY = """
            select run_id, line, stack_arn, product_id, provisioning_artifact_id, provisioned_product_name,
                   state, attempt, idempotency_token, record_id, provisioned_product_id, started_at, stack_status
              from mapping_ledger as entry
            """;

    private static final String STAGED_IN_LANE = ENTRY + """
             where run_id = ? and lane = ? and state = 'STAGED' and selected and line >= ?
             order by line limit ?
            """;

    private static final String IN_FLIGHT = ENTRY + """
             where (state in ('SUBMITTING', 'IN_PROGRESS')
                    or state = 'UNRESOLVED' and (finished_at is null or finished_at < :since))
               and (cast(:lane as text) is null or {lane} = :lane)
               and lane in (select distinct lane from mapping_ledger where run_id = :run)
             order by run_id = :run desc, run_id, line
            """;

    /** Of a row that is ready: it was begun since then, and AWS never got the request. */
    static final String TAKEN_BACK = " and started_at >= :since and code is null";

    private static final String READY = "state = 'READY' and selected";

    private static final String NEXT_READY = ENTRY + """
             where run_id = :run and {ready}
               and {lane} = :lane
               and lane <> all (:closed)
               and not exists (select from mapping_ledger as other
                                where other.state in ('SUBMITTING', 'IN_PROGRESS', 'UNRESOLVED') and {excludes})
             order by line limit 1
            """;

    /** In the whole file there is one at a time, whatever lane it is in and whichever file it comes from. */
    private static final String NEXT_READY_OF_ALL = ENTRY + """
             where run_id = :run and {ready}
               and lane <> all (:closed)
               and not exists (select from mapping_ledger as other
                                where other.state in ('SUBMITTING', 'IN_PROGRESS', 'UNRESOLVED')
                                  and ({excludes}
                                       or exists (select from mapping_ledger as own
                                                   where own.run_id = :run and own.lane = other.lane)))
             order by line limit 1
            """;

    private static final String MOVE = """
            update mapping_ledger
               set state = :next, attempt = :number, idempotency_token = :token, record_id = :record,
                   provisioned_product_id = :product, started_at = :started, finished_at = :finished,
                   took_millis = coalesce(cast(:took as bigint), took_millis),
                   validated_at = coalesce(cast(:validated as timestamptz), validated_at),
                   validated_with = coalesce(cast(:check as text), validated_with),
                   warnings = coalesce(cast(:warnings as text[]), warnings),
                   launch_path = case when cast(:check as text) is null then launch_path else :path end,
                   stack_status = case when cast(:check as text) is null then stack_status else :stack_status end,
                   reopened_from = case when :next = 'READY' then reopened_from end,
                   code = nullif(:code, ''), message = nullif(:message, '')
             where run_id = :run and line = :line and state = :expected
            """;

    private final JdbcClient jdbc;
    private final Verdicts verdicts;
    private final LaneScope scope;

    public Ledger(JdbcClient jdbc, LaneScope scope) {
        this.jdbc = jdbc;
        this.verdicts = new Verdicts(jdbc);
        this.scope = scope;
    }

    /** The next mappings of an account and region that are to be validated, from a line on. */
    public List<LedgerEntry> staged(Run run, String lane, int fromLine, int size) {
        return jdbc.sql(STAGED_IN_LANE)
                .params(run.id(), lane, fromLine, size)
                .query(Ledger::entry)
                .list();
    }

    /**
     * The mappings that AWS may still be working on in a lane of a run: its own, then those that other files have left
     * in the same accounts and regions, which may not be run again. At most one a lane, as a rule.
     *
     * @param lane null for all of the run's lanes
     * @param since imports that were found UNRESOLVED since then are left out
     */
    public List<LedgerEntry> inFlight(Run run, @Nullable String lane, Instant since) {
        return query(IN_FLIGHT, run, lane)
                .param("since", Timestamp.from(since))
                .query(Ledger::entry)
                .list();
    }

    /** The mapping on a line of the file; empty where no mapping begins there. */
    public Optional<LedgerEntry> find(Run run, int line) {
        return jdbc.sql(ENTRY + " where run_id = ? and line = ? and stack_arn is not null")
                .params(run.id(), line)
                .query(Ledger::entry)
                .optional();
    }

    /** The import of a stack that AWS may still be working on, whichever run it is of; the first, should there be several. */
    public Optional<LedgerEntry> inFlight(StackArn stack) {
        return jdbc.sql(ENTRY + " where stack_arn = ? and state in ('SUBMITTING', 'IN_PROGRESS', 'UNRESOLVED')"
                        + " order by run_id, line limit 1")
                .param(stack.toString())
                .query(Ledger::entry)
                .optional();
    }

    /**
     * The next mapping in file order that can be imported: in a lane in which nothing is in flight or, in the whole file,
     * when nothing is in flight in any of its lanes.
     *
     * @param lane null for the whole file
     * @param closed accounts and regions that are left out
     */
    public Optional<LedgerEntry> nextReady(Run run, @Nullable String lane, Set<Lane> closed) {
        return next(READY, run, lane, closed, null);
    }

    /** The same, but only one that was begun since then and taken back. */
    public Optional<LedgerEntry> nextTakenBack(Run run, @Nullable String lane, Set<Lane> closed, Instant since) {
        return next(READY + TAKEN_BACK, run, lane, closed, since);
    }

    private Optional<LedgerEntry> next(
            String ready, Run run, @Nullable String lane, Set<Lane> closed, @Nullable Instant since) {
        String statement = (lane == null ? NEXT_READY_OF_ALL : NEXT_READY).replace("{ready}", ready);
        return query(statement, run, lane)
                .param("closed", closed.stream().map(Lane::toString).toArray(String[]::new))
                .param("since", timestamp(since))
                .query(Ledger::entry)
                .optional();
    }

    private JdbcClient.StatementSpec query(String statement, Run run, @Nullable String lane) {
        return jdbc.sql(scope.in(statement)).param("run", run.id()).param("lane", lane);
    }

    /**
     * Writes what validation found of mappings, all at once; where a stack is imported already, with the record and the times
     * of the import that made it so, if it is known.
     *
     * @throws LedgerConflictException if rows are no longer as they were read; the other verdicts are written all the same
     */
    public void validated(List<Judged> judged) {
        verdicts.write(judged);
    }

    /** Writes down the intent to import, before AWS is asked. */
    public LedgerEntry submitting(LedgerEntry entry, String idempotencyToken, Instant now) {
        return move(entry, MappingState.SUBMITTING, entry.attempt().next(idempotencyToken, now), Remark.NONE, End.NONE);
    }

    /** Takes the intent back: as far as is known, AWS has not taken the import, and for which reason. */
    public void notSubmitted(LedgerEntry entry, Remark remark) {
        move(entry, MappingState.READY, entry.attempt().takenBack(), remark, End.NONE);
    }

    /** Writes down that AWS has taken the import and what its record is. */
    public LedgerEntry inProgress(LedgerEntry entry, @Nullable String recordId, @Nullable String provisionedProductId) {
        Attempt answered = entry.attempt().answered(recordId, provisionedProductId);
        return move(entry, MappingState.IN_PROGRESS, answered, Remark.NONE, End.NONE);
    }

    /** Takes up an unresolved import again; its record is followed anew. */
    public LedgerEntry followAgain(LedgerEntry entry) {
        return move(entry, MappingState.IN_PROGRESS, entry.attempt(), Remark.NONE, End.NONE);
    }

    /**
     * Writes that everything says the import is done.
     *
     * @param took from submission to end; null if this start has not seen all of it
     */
    public void imported(LedgerEntry entry, Instant now, @Nullable Duration took) {
        move(entry, MappingState.IMPORTED, entry.attempt(), Remark.NONE, new End(now, took));
    }

    /** Writes the end of an attempt that did not succeed (FAILED or UNRESOLVED), or that an operator has settled. */
    public void ended(LedgerEntry entry, MappingState end, Remark remark, Instant now) {
        move(entry, end, entry.attempt(), remark, new End(now, null));
    }

    /** Records why an import in flight does not progress. Does nothing if it is no longer in the state of the entry. */
    public void remark(LedgerEntry entry, Remark remark) {
        String expected = entry.state().name();
        jdbc.sql("update mapping_ledger set code = nullif(?, ''), message = nullif(?, '')"
                        + " where run_id = ? and line = ? and state = ?")
                .params(remark.code(), remark.message(), entry.runId(), entry.line(), expected)
                .update();
    }

    /** Removes the reason why an import in flight did not go on. */
    public void unblocked(LedgerEntry entry) {
        remark(entry, Remark.NONE);
    }

    /**
     * When an attempt ended.
     *
     * @param took null unless one start has seen all of it
     */
    private record End(@Nullable Instant at, @Nullable Duration took) {
        private static final End NONE = new End(null, null);
    }

    private LedgerEntry move(LedgerEntry entry, MappingState next, Attempt attempt, Remark remark, End end) {
        return move(entry, next, attempt, remark, end, null);
    }

    /** The types of what may be null are named, because PostgreSQL would plan the statement anew for each mixture of them. */
    private LedgerEntry move(
            LedgerEntry entry,
            MappingState next,
            Attempt attempt,
            Remark remark,
            End end,
            @Nullable Validation validation) {
        entry.requireMayBecome(next);
        int moved = jdbc.sql(MOVE)
                .param("next", next.name())
                .param("number", attempt.number())
                .param("token", attempt.idempotencyToken(), Types.VARCHAR)
                .param("record", attempt.recordId(), Types.VARCHAR)
                .param("product", attempt.provisionedProductId(), Types.VARCHAR)
                .param("started", timestamp(attempt.startedAt()), Types.TIMESTAMP)
                .param("finished", timestamp(end.at()), Types.TIMESTAMP)
                .param("took", end.took() == null ? null : end.took().toMillis(), Types.BIGINT)
                .param("validated", timestamp(validation == null ? null : validation.at()), Types.TIMESTAMP)
                .param("check", validation == null ? null : validation.check(), Types.VARCHAR)
                .param(
                        "warnings",
                        validation == null ? null : stored(validation.seen().warnings()))
                .param("path", validation == null ? null : validation.seen().launchPath(), Types.VARCHAR)
                .param(
                        "stack_status",
                        validation == null ? null : validation.seen().stackStatus(),
                        Types.VARCHAR)
                .param("code", remark.code())
                .param("message", remark.message())
                .param("run", entry.runId())
                .param("line", entry.line())
                .param("expected", entry.state().name())
                .update();
        if (moved != 1) {
            throw new LedgerConflictException(entry, next);
        }
        return new LedgerEntry(entry.runId(), entry.mapping(), next, attempt, entry.stackStatus());
    }

    static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        String arn = row.getString("stack_arn");
        StackMapping mapping = new StackMapping(
                row.getInt("line"),
                StackArn.parse(arn).orElseThrow(() -> new IllegalStateException("No stack ARN in the ledger: " + arn)),
                row.getString("product_id"),
                row.getString("provisioning_artifact_id"),
                row.getString("provisioned_product_name"));
        Timestamp startedAt = row.getTimestamp("started_at");
        Attempt attempt = new Attempt(
                row.getInt("attempt"),
                row.getString("idempotency_token"),
                row.getString("record_id"),
                row.getString("provisioned_product_id"),
                startedAt == null ? null : startedAt.toInstant());
        return new LedgerEntry(
                row.getLong("run_id"),
                mapping,
                MappingState.valueOf(row.getString("state")),
                attempt,
                row.getString("stack_status"));
    }

    private static String[] stored(List<Warning> warnings) {
        return warnings.stream().map(Warning::stored).toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
