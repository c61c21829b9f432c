package io.catalogimport.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The executions that have no end in Spring Batch's tables, which Batch itself cannot be asked for. Changes nothing. */
public final class OpenExecutions {
    private static final String IDS = """
            select job_execution_id
              from batch_job_execution as execution
              join batch_job_instance using (job_instance_id)
             where job_name = :job
               and (execution.status in (:open)
                    or exists (select from batch_step_execution as step
                                where step.job_execution_id = execution.job_execution_id and step.status in (:open)))
             order by job_execution_id
            """;

    private static final List<String> OPEN = List.of("STARTING", "STARTED", "STOPPING", "UNKNOWN");

    private final JdbcClient jdbc;

    public OpenExecutions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The numbers of the executions of a job that are running, or whose process died before it could write an end. */
    public List<Long> of(String job) {
        return jdbc.sql(IDS)
                .param("job", job)
                .param("open", OPEN)
                .query(Long.class)
                .list();
    }
}
