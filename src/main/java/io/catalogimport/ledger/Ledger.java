package io.catalogimport.ledger;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The moves of single mappings from state to state. Each move is one statement that changes a row only if the row is in the
 * state of the entry. So two processes cannot make the same move.
 *
 * <p>A move commits by itself, so that no transaction is open while the program waits for AWS. The one exception is
 * {@link #submitting}, which can be part of the short transaction of {@link BegunImports}.
 */
public final class Ledger {
    /**
     * Nothing that happens in a start is written as earlier than the start. The start may have begun on a host whose clock
     * is ahead, and limits count what happened since then.
     */
    private static final String NOW = """
            greatest(cast(:now as timestamptz), (select resumed_at from mapping_start where run_id = :run))\
            """;

    private static final String SUBMITTING = """
            attempt = :attempt, idempotency_token = :token, record_id = null, provisioned_product_id = null,
            started_at = {now}, finished_at = null, reopened_from = null, code = null, message = null
            """;

    private static final String NOT_SUBMITTED = """
            attempt = :attempt, record_id = null, provisioned_product_id = null, code = :code, message = :message
            """;

    private static final String IN_PROGRESS = """
            record_id = :record, provisioned_product_id = :product, code = null, message = null
            """;

    private static final String FOLLOW_AGAIN = "finished_at = null, code = null, message = null";

    private static final String IMPORTED = "finished_at = {now}, took_millis = :took, code = null, message = null";

    private static final String ENDED = "finished_at = {now}, code = :code, message = :message";

    /** When the import ended stays known. */
    private static final String RELEASE_ENDED = """
            released_at = case when :next = 'RELEASED' then {now} else released_at end, code = :code, message = :message
            """;

    private static final String MOVE = """
            update mapping_ledger set state = :next, {changes}
             where run_id = :run and line = :line and state = :expected
            """;

    /** Asked in the same statement: between a question and the move, a pause could come. */
    private static final String UNLESS_PAUSED = """
             and not exists (select from mapping_pause where run_id = :run and resumed_at is null)
            """;

    private static final String REMARK = """
            update mapping_ledger set code = :code, message = :message
             where run_id = :run and line = :line and state = :expected
            """;

    private static final String AS_IT_WAS = """
            select exists (select from mapping_ledger where run_id = :run and line = :line and state = :expected)
            """;

    private final JdbcClient jdbc;
    private final Verdicts verdicts;

    public Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.verdicts = new Verdicts(jdbc);
    }

    /**
     * Writes the verdicts of validation on many mappings with one statement. A mapping whose stack is imported already also
     * gets the record and the times of the import that did it, if the ledger knows that import.
     *
     * @throws LedgerConflictException if rows are no longer in the state of their entries; the other verdicts are written
     */
    public void validated(List<Judged> judged) {
        verdicts.write(judged);
    }

    /** Writes the intent to import, before AWS is asked. Empty if the run is paused: then nothing may begin. */
    public Optional<LedgerEntry> submitting(LedgerEntry entry, String idempotencyToken, Instant now) {
        Attempt next = entry.attempt().next(idempotencyToken, now);
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("attempt", next.number())
                .addValue("token", idempotencyToken)
                .addValue("now", Timestamp.from(now));
        entry.requireMayBecome(MappingState.SUBMITTING);
        if (moved(entry, MappingState.SUBMITTING, MOVE.replace("{changes}", SUBMITTING) + UNLESS_PAUSED, values)) {
            return Optional.of(entry.in(MappingState.SUBMITTING).with(next));
        }
        if (isAsItWas(entry)) {
            return Optional.empty();
        }
        throw new LedgerConflictException(entry, MappingState.SUBMITTING);
    }

    /**
     * Takes the intent back: as far as is known, AWS has not accepted the import.
     *
     * @param remark why the import was not accepted
     */
    public void notSubmitted(LedgerEntry entry, Remark remark) {
        MapSqlParameterSource values =
                remark(remark).addValue("attempt", entry.attempt().takenBack().number());
        move(entry, MappingState.READY, NOT_SUBMITTED, values);
    }

    /** Writes that AWS has accepted the import, with the ids that AWS gave. */
    public LedgerEntry inProgress(LedgerEntry entry, @Nullable String recordId, @Nullable String provisionedProductId) {
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("record", recordId, Types.VARCHAR)
                .addValue("product", provisionedProductId, Types.VARCHAR);
        return move(entry, MappingState.IN_PROGRESS, IN_PROGRESS, values)
                .with(entry.attempt().answered(recordId, provisionedProductId));
    }

    /** Takes up an unresolved import again: its record is followed once more. */
    public LedgerEntry followAgain(LedgerEntry entry) {
        return move(entry, MappingState.IN_PROGRESS, FOLLOW_AGAIN, new MapSqlParameterSource());
    }

    /**
     * Writes that the import is done.
     *
     * @param took the time from submission to end; null if this start has not seen all of it
     */
    public void imported(LedgerEntry entry, Instant now, @Nullable Duration took) {
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("now", Timestamp.from(now))
                .addValue("took", took == null ? null : took.toMillis(), Types.BIGINT);
        move(entry, MappingState.IMPORTED, IMPORTED, values);
    }

    /** Writes the end of an attempt that did not succeed (FAILED or UNRESOLVED), or that an operator has settled. */
    public void ended(LedgerEntry entry, MappingState end, Remark remark, Instant now) {
        String changes = entry.state() == MappingState.RELEASING ? RELEASE_ENDED : ENDED;
        move(entry, end, changes, remark(remark).addValue("now", Timestamp.from(now)));
    }

    /** Writes why an import in flight makes no progress. Does nothing if the row is no longer in the state of the entry. */
    public void remark(LedgerEntry entry, Remark remark) {
        jdbc.sql(REMARK).paramSource(of(entry, remark(remark))).update();
    }

    /** Removes the reason why an import in flight made no progress. */
    public void unblocked(LedgerEntry entry) {
        remark(entry, Remark.NONE);
    }

    /** Then only a pause can have refused its move, even if that is over by now. */
    private boolean isAsItWas(LedgerEntry entry) {
        return jdbc.sql(AS_IT_WAS)
                .paramSource(of(entry, new MapSqlParameterSource()))
                .query(Boolean.class)
                .single();
    }

    private LedgerEntry move(LedgerEntry entry, MappingState next, String changes, MapSqlParameterSource values) {
        entry.requireMayBecome(next);
        if (!moved(entry, next, MOVE.replace("{changes}", changes), values)) {
            throw new LedgerConflictException(entry, next);
        }
        return entry.in(next);
    }

    private boolean moved(LedgerEntry entry, MappingState next, String sql, MapSqlParameterSource values) {
        return jdbc.sql(sql.replace("{now}", NOW))
                        .paramSource(of(entry, values).addValue("next", next.name()))
                        .update()
                == 1;
    }

    private static MapSqlParameterSource of(LedgerEntry entry, MapSqlParameterSource values) {
        return values.addValue("run", entry.runId())
                .addValue("line", entry.line())
                .addValue("expected", entry.state().name());
    }

    /** The type of a value that can be null is named, because otherwise PostgreSQL plans the statement again for each type. */
    private static MapSqlParameterSource remark(Remark remark) {
        return new MapSqlParameterSource()
                .addValue("code", remark.code().isEmpty() ? null : remark.code(), Types.VARCHAR)
                .addValue("message", remark.message().isEmpty() ? null : remark.message(), Types.VARCHAR);
    }
}
