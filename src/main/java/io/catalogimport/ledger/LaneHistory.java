package io.catalogimport.ledger;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which worker has worked in which lane, as Spring Batch's tables show. Changes nothing. */
public final class LaneHistory {
    /** The last execution is that of the worker that asks. */
    private static final String WORKER_BEFORE = """
            select parameter_value
              from batch_step_execution as step
              left join batch_job_execution_params as parameter
                on parameter.job_execution_id = step.job_execution_id and parameter_name = 'worker'
             where step_name in (:steps)
             order by step_execution_id desc offset 1 limit 1
            """;

    private final JdbcClient jdbc;

    public LaneHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The worker that worked in a lane before the one that does so now. Empty if there was none, or if it did not share
     * the run.
     *
     * @param steps the names of the steps that work in the lane
     */
    public Optional<String> workerBefore(List<String> steps) {
        return jdbc.sql(WORKER_BEFORE)
                .param("steps", steps)
                .query((row, number) -> Optional.ofNullable(row.getString("parameter_value")))
                .optional()
                .flatMap(worker -> worker);
    }
}
