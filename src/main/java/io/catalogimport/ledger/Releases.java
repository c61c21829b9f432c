package io.catalogimport.ledger;

import io.catalogimport.ledger.ReleaseChoice.All;
import io.catalogimport.ledger.ReleaseChoice.FailedCanary;
import io.catalogimport.ledger.ReleaseChoice.OnLines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What undo knows of the rows that this program has imported, and the moves by which they are released. Each move is one
 * statement, which commits by itself and changes a row only if the row is in the state in which it was read.
 */
public final class Releases {
    private static final String COLUMNS =
            EntryRow.COLUMNS + ", finished_at, release_token, release_record_id, release_resources";

    /** Rows of an import that failed or is without an end count as failures of the start in which that was seen. */
    private static final String CHOSEN = """
            case :kind
                when 'ALL' then true
                when 'LINES' then line <@ any (cast(:lines as int4range[]))
                else started_at >= (select imports_since from mapping_start where run_id = :run)
                     and exists (select from mapping_ledger as failure
                                   join mapping_start as start using (run_id)
                                  where failure.run_id = :run and failure.state in ('FAILED', 'UNRESOLVED')
                                    and failure.finished_at >= start.imports_since)
            end
            """;

    private static final String LANES = """
            select distinct lane from mapping_ledger
             where run_id = :run and (state = 'RELEASING' or state = 'IMPORTED' and {chosen})
             order by lane
            """;

    private static final String COUNT =
            "select count(*) from mapping_ledger where run_id = :run and state = 'IMPORTED' and {chosen}";

    private static final String UNFINISHED =
            "select " + COLUMNS + " from mapping_ledger where run_id = ? and state = 'RELEASING' order by line";

    private static final String NEXT = "select " + COLUMNS + """
              from mapping_ledger
             where run_id = :run and lane = :lane and state = 'IMPORTED' and {chosen}
               and (coalesce(finished_at, 'epoch'), line) < (cast(:before as timestamptz), :line)
             order by coalesce(finished_at, 'epoch') desc, line desc limit 1
            """;

    private static final String OTHERS = """
            select line, state from mapping_ledger
             where run_id = :run and state not in ('IMPORTED', 'RELEASING', 'RELEASED') and {chosen}
             order by line
            """;

    private static final String IMPORTED_BY_OTHERS = """
            select digest, count(distinct entry.line) as rows
              from mapping_ledger as entry
              join mapping_ledger as past
                on past.stack_arn = entry.stack_arn and past.provisioned_product_id = entry.provisioned_product_id
               and past.run_id <> entry.run_id and past.state = 'IMPORTED'
              join mapping_run as run on run.id = past.run_id
             where entry.run_id = ? and entry.state = 'ALREADY_IMPORTED'
             group by digest order by digest
            """;

    /** A release of another run is an obstacle, too. */
    private static final String OBSTACLES = StateList.in("""
            select distinct on (lane) lane, file, line, state, stack_arn
              from mapping_ledger
              join mapping_run on mapping_run.id = run_id
             where lane = any (:lanes) and (state in {import_in_flight} or state = 'RELEASING' and run_id <> :run)
             order by lane, run_id, line
            """);

    private static final String MOVE = """
            update mapping_ledger set state = :next, {changes}
             where run_id = :run and line = :line and state = :expected
            """;

    private static final String BEGUN = """
            release_token = :token, release_resources = :resources, release_record_id = null,
            code = null, message = null
            """;

    /**
     * One statement, so that a crash leaves no other run in doubt. For other files that have the stack, such as the same file a
     * night later, it is no longer imported either.
     */
    private static final String RELEASED = """
            with own as (
                update mapping_ledger set state = 'RELEASED', released_at = :now, code = :code, message = :message
                 where run_id = :run and line = :line and state = :expected
                returning stack_arn, provisioned_product_id
            ), others as (
                update mapping_ledger as other
                   set state = 'RELEASED', released_at = :now, code = :code, message = :message
                  from own
                 where other.state = 'ALREADY_IMPORTED' and other.stack_arn = own.stack_arn
                   and other.provisioned_product_id = own.provisioned_product_id
            )
            select count(*) from own
            """;

    private static final String TAKEN_BACK = "code = :code, message = :message";

    private static final String ACCEPTED = """
            update mapping_ledger set release_record_id = :record
             where run_id = :run and line = :line and state = :expected
            """;

    private static final String REMARK = """
            update mapping_ledger set code = :code, message = :message
             where run_id = :run and line = :line and state = :expected
            """;

    private static final String ALL = "ALL";
    private static final String LINES = "LINES";
    private static final String CANARY = "CANARY";

    private final JdbcClient jdbc;

    public Releases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts and regions in which there is something to release, or to finish. */
    public List<String> lanes(Run run, ReleaseChoice choice) {
        return query(LANES, run, choice).query(String.class).list();
    }

    /** Whether a row of the run begins on one of these lines. */
    public boolean hasRowOn(Run run, Selection.Lines lines) {
        return jdbc.sql("select exists (select from mapping_ledger where run_id = ? and line between ? and ?)")
                .params(run.id(), lines.first(), lines.last())
                .query(Boolean.class)
                .single();
    }

    /** How many imported rows are chosen. */
    public long count(Run run, ReleaseChoice choice) {
        return query(COUNT, run, choice).query(Long.class).single();
    }

    /** The rows whose release an earlier undo has begun and not finished. */
    public List<Release> unfinished(Run run) {
        return jdbc.sql(UNFINISHED).param(run.id()).query(Releases::release).list();
    }

    /**
     * The imported row of a lane that is to be released next: the one that was imported last.
     *
     * @param previous the row before it; null at the beginning
     */
    public Optional<Release> next(Run run, ReleaseChoice choice, String lane, @Nullable Release previous) {
        return query(NEXT, run, choice)
                .param("lane", lane)
                .param(
                        "before",
                        previous == null ? "infinity" : previous.importedAt().toString())
                .param("line", previous == null ? Integer.MAX_VALUE : previous.line())
                .query(Releases::release)
                .optional();
    }

    /** A row that cannot be released, because this run has not imported it. */
    public record Other(int line, MappingState state) {}

    /** The chosen rows that this run has not imported. */
    public List<Other> others(Run run, OnLines lines) {
        return query(OTHERS, run, lines)
                .query((row, number) -> new Other(row.getInt("line"), MappingState.valueOf(row.getString("state"))))
                .list();
    }

    /** Another run of this program, and how many rows of a run it has imported. */
    public record OtherRun(String digest, long rows) {}

    /** The other runs that have imported what is ALREADY_IMPORTED in this one. */
    public List<OtherRun> importedByOthers(Run run) {
        return jdbc.sql(IMPORTED_BY_OTHERS)
                .param(run.id())
                .query((row, number) -> new OtherRun(row.getString("digest"), row.getLong("rows")))
                .list();
    }

    /** What is in flight in these lanes and keeps a run from releasing anything there; at most one for each lane. */
    public List<Obstacle> obstacles(Run run, List<String> lanes) {
        return jdbc.sql(OBSTACLES)
                .param("run", run.id())
                .param("lanes", lanes.toArray(String[]::new))
                .query((row, number) -> new Obstacle(
                        row.getString("lane"),
                        row.getString("file"),
                        row.getInt("line"),
                        MappingState.valueOf(row.getString("state")),
                        row.getString("stack_arn")))
                .list();
    }

    /** Writes the intent to release, before AWS is asked. */
    public Release releasing(Release imported, String token, String resources) {
        MapSqlParameterSource values =
                new MapSqlParameterSource().addValue("token", token).addValue("resources", resources);
        move(imported, MappingState.RELEASING, BEGUN, values);
        return imported.begun(token, resources);
    }

    /** Writes that AWS has accepted the release. */
    public Release accepted(Release releasing, String recordId) {
        MapSqlParameterSource values = new MapSqlParameterSource().addValue("record", recordId);
        require(jdbc.sql(ACCEPTED).paramSource(of(releasing, values)).update(), releasing, MappingState.RELEASING);
        return releasing.accepted(recordId);
    }

    /** Takes the intent back: the provisioned product is there as before. */
    public void takenBack(Release releasing, Remark remark) {
        move(releasing, MappingState.IMPORTED, TAKEN_BACK, remark(remark));
    }

    /** Writes that the provisioned product is gone. */
    public void released(Release row, Remark remark, Instant now) {
        row.entry().requireMayBecome(MappingState.RELEASED);
        MapSqlParameterSource values = of(row, remark(remark)).addValue("now", Timestamp.from(now));
        int moved = jdbc.sql(RELEASED).paramSource(values).query(Integer.class).single();
        require(moved, row, MappingState.RELEASED);
    }

    /** Writes why a row was not released, or why its release makes no progress. */
    public void remark(Release row, Remark remark) {
        require(
                jdbc.sql(REMARK).paramSource(of(row, remark(remark))).update(),
                row,
                row.entry().state());
    }

    private void move(Release row, MappingState next, String changes, MapSqlParameterSource values) {
        row.entry().requireMayBecome(next);
        int moved = jdbc.sql(MOVE.replace("{changes}", changes))
                .paramSource(of(row, values).addValue("next", next.name()))
                .update();
        require(moved, row, next);
    }

    private static void require(int moved, Release row, MappingState next) {
        if (moved != 1) {
            throw new LedgerConflictException(row.entry(), next);
        }
    }

    private static MapSqlParameterSource of(Release row, MapSqlParameterSource values) {
        return values.addValue("run", row.entry().runId())
                .addValue("line", row.line())
                .addValue("expected", row.entry().state().name());
    }

    private static MapSqlParameterSource remark(Remark remark) {
        return new MapSqlParameterSource()
                .addValue("code", remark.code().isEmpty() ? null : remark.code(), Types.VARCHAR)
                .addValue("message", remark.message().isEmpty() ? null : remark.message(), Types.VARCHAR);
    }

    private JdbcClient.StatementSpec query(String statement, Run run, ReleaseChoice choice) {
        return jdbc.sql(statement.replace("{chosen}", CHOSEN))
                .param("run", run.id())
                .param("kind", kind(choice))
                .param("lines", choice instanceof OnLines lines ? lines.ranges() : "{}");
    }

    private static String kind(ReleaseChoice choice) {
        if (choice instanceof All) {
            return ALL;
        }
        return choice instanceof FailedCanary ? CANARY : LINES;
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        Timestamp finishedAt = row.getTimestamp("finished_at");
        return new Release(
                EntryRow.read(row, number),
                finishedAt == null ? Instant.EPOCH : finishedAt.toInstant(),
                row.getString("release_token"),
                row.getString("release_record_id"),
                row.getString("release_resources"));
    }
}
