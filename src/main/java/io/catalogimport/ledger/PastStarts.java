package io.catalogimport.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The starts of a run, from Spring Batch's tables, which Batch gives out only with all that belongs to each. Changes nothing. */
public final class PastStarts {
    /** A nightly file has a few hundred in a year. */
    private static final int MOST = 1_000;

    private static final String LAST = """
        select execution.start_time, execution.end_time, start.parameter_value as started_at, command.parameter_value as command,
               coalesce(report.exit_code, execution.status) as end_of_it,
               execution.exit_code = 'RECOVERED' as has_died
          from batch_job_execution_params as file
          join batch_job_execution as execution using (job_execution_id)
          join batch_job_execution_params as command
            on command.job_execution_id = execution.job_execution_id and command.parameter_name = 'command'
          left join batch_job_execution_params as start
            on start.job_execution_id = execution.job_execution_id and start.parameter_name = 'started-at'
          left join batch_step_execution as report
            on report.job_execution_id = execution.job_execution_id and report.step_name = 'report'
               and report.status = 'COMPLETED'
         where file.parameter_name = 'mapping-file.sha256' and file.parameter_value = :digest
           and execution.start_time is not null
         order by execution.job_execution_id desc limit :most
        """;

    private final JdbcClient jdbc;

    public PastStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last starts and pauses of a run. */
    public RunHistory history(Run run) {
        return new RunHistory(of(run), new Pauses(jdbc).past(run));
    }

    /** The last starts of a run, the earliest first. */
    public List<PastStart> of(Run run) {
        List<PastStart> starts = new ArrayList<>(jdbc.sql(LAST)
                .param("digest", run.digest())
                .param("most", MOST)
                .query(PastStarts::start)
                .list());
        Collections.reverse(starts);
        return starts;
    }

    /**
     * Batch keeps local times of the machine that ran the job. They only tell how long it took. Starts of older versions have
     * nothing else, and are read in the zone of this machine.
     */
    private static PastStart start(ResultSet row, int number) throws SQLException {
        Instant localStart = row.getTimestamp("start_time").toInstant();
        @Nullable Timestamp localEnd = row.getTimestamp("end_time");
        @Nullable String known = row.getString("started_at");
        Instant startedAt = known == null ? localStart : Instant.parse(known);
        return new PastStart(
                startedAt,
                localEnd == null ? null : startedAt.plus(Duration.between(localStart, localEnd.toInstant())),
                row.getString("command"),
                row.getString("end_of_it"),
                row.getBoolean("has_died"));
    }
}
