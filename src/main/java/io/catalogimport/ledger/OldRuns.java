package io.catalogimport.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When runs were last used, and their removal from our tables and Spring Batch's. */
public final class OldRuns {
    /** So many lines of a file are removed by one statement. */
    private static final int BATCH = 10_000;

    private static final String USES = StateList.in("""
            with execution as (
                select parameter_value as digest,
                       max(greatest(create_time, start_time, end_time, last_updated)) as used_at
                  from batch_job_execution_params
                  join batch_job_execution using (job_execution_id)
                 where parameter_name = 'mapping-file.sha256'
                 group by parameter_value
            ), entry as (
                select run_id, count(*) as total, count(*) filter (where state in {in_flight}) as in_flight,
                       count(*) filter (where state = 'RELEASED') as released,
                       max(greatest(validated_at, started_at, finished_at, released_at)) as used_at
                  from mapping_ledger {of_run}
                 group by run_id
            ), pause as (
                select run_id, max(greatest(paused_at, resumed_at)) as used_at,
                       max(paused_by) filter (where resumed_at is null) as paused_by
                  from mapping_pause
                 group by run_id
            )
            select run.id, run.digest, run.file, run.created_at, paused_by,
                   coalesce(total, 0) as total, coalesce(in_flight, 0) as in_flight, coalesce(released, 0) as released,
                   greatest(run.created_at, start.started_at, start.resumed_at, start.ended_at,
                            entry.used_at, pause.used_at) as used_at,
                   execution.used_at as executed_at
              from mapping_run as run
              left join mapping_start as start on start.run_id = run.id
              left join entry on entry.run_id = run.id
              left join pause on pause.run_id = run.id
              left join execution on execution.digest = run.digest
             where :run in (0, run.id)
             order by run.id
            """);

    private static final long ALL = 0;

    private static final String EXECUTIONS = """
            select job_execution_id as id, job_instance_id as instance
              from batch_job_execution_params
              join batch_job_execution using (job_execution_id)
             where parameter_name = 'mapping-file.sha256' and parameter_value = ?
            """;

    /** What refers to something is removed before it. */
    private static final List<String> OF_EXECUTIONS = List.of(
            """
            delete from batch_step_execution_context
             where step_execution_id in (
                select step_execution_id from batch_step_execution where job_execution_id = any(?))
            """,
            "delete from batch_step_execution where job_execution_id = any(?)",
            "delete from batch_job_execution_context where job_execution_id = any(?)",
            "delete from batch_job_execution_params where job_execution_id = any(?)",
            "delete from batch_job_execution where job_execution_id = any(?)");

    private static final String OF_INSTANCES = """
            delete from batch_job_instance as instance
             where job_instance_id = any(?)
               and not exists (select from batch_job_execution as execution
                                where execution.job_instance_id = instance.job_instance_id)
            """;

    /** The same lock as {@link LockNames#run} for a process that works on the run, but it ends with the transaction. */
    private static final String TRY_LOCK =
            "select pg_try_advisory_xact_lock(hashtextextended('catalog-import ' || ?, 0))";

    private final JdbcClient jdbc;

    public OldRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run and its last use.
     *
     * @param file the mapping file as it was called when the run was first started
     * @param createdAt when the file was started first
     * @param usedAt the last time at which a start began or ended, a row changed, or somebody paused or resumed the run
     * @param pausedBy who has paused the run; null if it is not paused
     */
    public record Use(
            long id,
            String digest,
            String file,
            Instant createdAt,
            Instant usedAt,
            long rows,
            long inFlight,
            long released,
            @Nullable String pausedBy) {}

    /** All runs, the one that was created first at the beginning. */
    public List<Use> all() {
        return jdbc.sql(USES.replace("{of_run}", ""))
                .param("run", ALL)
                .query(OldRuns::use)
                .list();
    }

    /** The run as it is now; empty if it is gone. */
    public Optional<Use> again(Use run) {
        return jdbc.sql(USES.replace("{of_run}", "where run_id = :run"))
                .param("run", run.id())
                .query(OldRuns::use)
                .optional();
    }

    /** Takes the run for this transaction; false if a process works on it. */
    public boolean tryLock(Use run) {
        return jdbc.sql(TRY_LOCK)
                .param(LockNames.run(run.digest()))
                .query(Boolean.class)
                .single();
    }

    /** Removes the run. The caller has its lock, and sees to it that nothing is in flight. */
    public void remove(Use run) {
        removeExecutions(run.digest());
        removeRows(run.id());
        Stream.of(
                        "delete from mapping_pause where run_id = ?",
                        "delete from mapping_start where run_id = ?",
                        "delete from mapping_run where id = ?")
                .forEach(statement -> jdbc.sql(statement).param(run.id()).update());
    }

    private void removeExecutions(String digest) {
        record Execution(long id, long instance) {}

        List<Execution> executions = jdbc.sql(EXECUTIONS)
                .param(digest)
                .query((row, number) -> new Execution(row.getLong("id"), row.getLong("instance")))
                .list();
        Long[] ids = executions.stream().map(Execution::id).toArray(Long[]::new);
        Long[] instances =
                executions.stream().map(Execution::instance).distinct().toArray(Long[]::new);
        OF_EXECUTIONS.forEach(
                statement -> jdbc.sql(statement).param((Object) ids).update());
        jdbc.sql(OF_INSTANCES).param((Object) instances).update();
    }

    /** By ranges of lines: so no statement runs into the limit of a connection. */
    private void removeRows(long run) {
        int last = jdbc.sql("select coalesce(max(line), 0) from mapping_ledger where run_id = ?")
                .param(run)
                .query(Integer.class)
                .single();
        for (long line = 0; line <= last; line += BATCH) {
            jdbc.sql("delete from mapping_ledger where run_id = ? and line >= ? and line < ?")
                    .params(run, line, line + BATCH)
                    .update();
        }
    }

    /** Batch keeps local times, which the driver reads in this machine's zone. */
    private static Use use(ResultSet row, int number) throws SQLException {
        Instant usedAt = row.getTimestamp("used_at").toInstant();
        @Nullable Timestamp executedAt = row.getTimestamp("executed_at");
        return new Use(
                row.getLong("id"),
                row.getString("digest"),
                row.getString("file"),
                row.getTimestamp("created_at").toInstant(),
                executedAt == null || executedAt.toInstant().isBefore(usedAt) ? usedAt : executedAt.toInstant(),
                row.getLong("total"),
                row.getLong("in_flight"),
                row.getLong("released"),
                row.getString("paused_by"));
    }
}
