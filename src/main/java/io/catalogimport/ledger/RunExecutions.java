package io.catalogimport.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Spring Batch's tables say of the work on runs. Changes nothing. */
public final class RunExecutions {
    /** The names of the parameters and of the step are stored, by the package launch and by the job. */
    private static final String EXECUTIONS = """
            with parameter as (
                select job_execution_id as id,
                       max(parameter_value) filter (where parameter_name = 'mapping-file.sha256') as digest,
                       max(parameter_value) filter (where parameter_name = 'command') as command,
                       max(parameter_value) filter (where parameter_name = 'worker') as worker,
                       max(parameter_value) filter (where parameter_name = 'lanes') as lanes,
                       max(parameter_value) filter (where parameter_name = 'lane-scope') as scope
                  from batch_job_execution_params
                 group by job_execution_id
            )
            select digest, command, worker, lanes, scope, execution.status, execution.exit_code, report.exit_code as outcome
              from parameter
              join batch_job_execution as execution on execution.job_execution_id = id
              left join batch_step_execution as report
                on report.job_execution_id = id and report.step_name = 'report' and report.status = 'COMPLETED'
             where digest is not null and :digest in ('', digest)
             order by execution.end_time nulls last, id
            """;

    private final JdbcClient jdbc;

    public RunExecutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The work of one process on a run, in Spring Batch's words.
     *
     * @param worker null if the process did not share the run
     * @param lanes how many lanes it works on at a time
     * @param outcome how it stood at its end; null if it has written no report
     */
    public record Execution(
            String digest,
            @Nullable String command,
            @Nullable String worker,
            int lanes,
            LaneScope scope,
            String status,
            String exitCode,
            @Nullable String outcome) {}

    /** The executions of all runs. Those that have ended come first, in the order of their ends. */
    public List<Execution> all() {
        return of("");
    }

    /** The executions of the run with this digest, in the same order. */
    public List<Execution> of(String digest) {
        return jdbc.sql(EXECUTIONS)
                .param("digest", digest)
                .query(RunExecutions::execution)
                .list();
    }

    private static Execution execution(ResultSet row, int number) throws SQLException {
        String lanes = row.getString("lanes");
        String scope = row.getString("scope");
        return new Execution(
                row.getString("digest"),
                row.getString("command"),
                row.getString("worker"),
                lanes == null ? 1 : Integer.parseInt(lanes),
                scope == null ? LaneScope.ACCOUNT_REGION : LaneScope.valueOf(scope),
                row.getString("status"),
                row.getString("exit_code"),
                row.getString("outcome"));
    }
}
