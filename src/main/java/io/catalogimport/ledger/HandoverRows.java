package io.catalogimport.ledger;

import io.catalogimport.aws.Lane;
import io.catalogimport.aws.StackArn;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that a run has imported, for a change of their owner. Changes nothing. */
public final class HandoverRows {
    private static final String LANES = """
            select distinct on (lane) stack_arn from mapping_ledger
             where run_id = ? and state = 'IMPORTED' and coalesce(finished_at, 'epoch') >= ?
             order by lane
            """;

    private static final String NEXT = "select " + EntryRow.COLUMNS + """
              from mapping_ledger
             where run_id = ? and lane = ? and state = 'IMPORTED' and line > ?
             order by line limit 1
            """;

    private static final String IN_FLIGHT = StateList.in("""
            select distinct on (lane) lane, file, line, state, stack_arn
              from mapping_ledger
              join mapping_run on mapping_run.id = run_id
             where run_id = ? and state in {in_flight}
             order by lane, line
            """);

    private final JdbcClient jdbc;

    public HandoverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts and regions in which the run has imported something. */
    public List<Lane> lanes(Run run) {
        return lanes(run, Instant.EPOCH);
    }

    /** The accounts and regions in which an import of the run has ended well since then. */
    public List<Lane> lanes(Run run, Instant since) {
        return jdbc.sql(LANES).params(run.id(), Timestamp.from(since)).query(String.class).list().stream()
                .flatMap(arn -> StackArn.parse(arn).stream())
                .map(StackArn::lane)
                .toList();
    }

    /** How many rows the run has imported. */
    public long count(Run run) {
        return jdbc.sql("select count(*) from mapping_ledger where run_id = ? and state = 'IMPORTED'")
                .param(run.id())
                .query(Long.class)
                .single();
    }

    /** The next imported row of a lane after a line, in file order. */
    public Optional<LedgerEntry> next(Run run, Lane lane, int line) {
        return jdbc.sql(NEXT)
                .params(run.id(), lane.toString(), line)
                .query(EntryRow::read)
                .optional();
    }

    /** What is in flight in the run; at most one row for each lane. */
    public List<Obstacle> inFlight(Run run) {
        return jdbc.sql(IN_FLIGHT)
                .param(run.id())
                .query((row, number) -> new Obstacle(
                        row.getString("lane"),
                        row.getString("file"),
                        row.getInt("line"),
                        MappingState.valueOf(row.getString("state")),
                        row.getString("stack_arn")))
                .list();
    }
}
