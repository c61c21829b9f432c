package io.catalogimport.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger tells about runs; changes nothing. */
public final class LedgerReading {
    private static final int PAGE_SIZE = 1_000;

    private static final String PAGE = """
            select line, raw, fields, state, code, message, record_id, provisioned_product_id, started_at, finished_at
              from mapping_ledger
             where run_id = ? and line > ?
             order by line limit ?
            """;

    private static final String RECENT_DURATIONS = """
            select took_millis from mapping_ledger where took_millis is not null order by finished_at desc limit ?
            """;

    private static final String OBSTACLES = """
            select distinct on (lane) lane, file, line, state, message
              from mapping_ledger
              join mapping_run on mapping_run.id = run_id
             where state in ('SUBMITTING', 'IN_PROGRESS', 'UNRESOLVED')
               and lane in (select lane from mapping_ledger where run_id = ? and state <> 'IMPORTED')
             order by lane, file, line
            """;

    private final JdbcClient jdbc;

    public LedgerReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands over all rows of a run in file order, read page by page. */
    public void forEachRow(Run run, Consumer<LedgerRow> consumer) {
        int afterLine = 0;
        while (true) {
            List<LedgerRow> page = jdbc.sql(PAGE)
                    .params(run.id(), afterLine, PAGE_SIZE)
                    .query(LedgerReading::row)
                    .list();
            page.forEach(consumer);
            if (page.size() < PAGE_SIZE) {
                return;
            }
            afterLine = page.get(page.size() - 1).line();
        }
    }

    /** How many rows of a run are in each state; every state is there. */
    public StateCounts counts(Run run) {
        return counts("select state, count(*) as rows from mapping_ledger where run_id = ? group by state", run);
    }

    /** The same, of the rows that the present start may work on. */
    public StateCounts selectedCounts(Run run) {
        return counts(
                "select state, count(*) as rows from mapping_ledger where run_id = ? and selected group by state", run);
    }

    private StateCounts counts(String query, Run run) {
        Map<MappingState, Long> counts = new EnumMap<>(MappingState.class);
        for (MappingState state : MappingState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql(query).param(run.id()).query(row -> {
            counts.put(MappingState.valueOf(row.getString("state")), row.getLong("rows"));
        });
        return new StateCounts(counts);
    }

    /** How many imports of a run were submitted since then. */
    public long begunSince(Run run, Instant then) {
        return count("select count(*) from mapping_ledger where run_id = ? and started_at >= ?", run, then);
    }

    /** How many rows of a run have failed since then. */
    public long failedSince(Run run, Instant then) {
        return count(
                "select count(*) from mapping_ledger where run_id = ? and state = 'FAILED' and finished_at >= ?",
                run,
                then);
    }

    private long count(String query, Run run, Instant then) {
        return jdbc.sql(query)
                .params(run.id(), Timestamp.from(then))
                .query(Long.class)
                .single();
    }

    /** Whether the file has a row that begins on one of these lines. */
    public boolean hasRowOn(Run run, Selection.Lines lines) {
        return jdbc.sql("select exists (select from mapping_ledger where run_id = ? and line between ? and ?)")
                .params(run.id(), lines.first(), lines.last())
                .query(Boolean.class)
                .single();
    }

    /** How long the latest imports took that one start saw from submission to end, over all runs, the latest first. */
    public List<Duration> recentDurations(int atMost) {
        return jdbc.sql(RECENT_DURATIONS)
                .param(atMost)
                .query((row, number) -> Duration.ofMillis(row.getLong("took_millis")))
                .list();
    }

    /** The lanes of a run, by name. */
    public List<String> lanes(Run run) {
        return jdbc.sql("select distinct lane from mapping_ledger where run_id = ? and lane is not null order by lane")
                .param(run.id())
                .query(String.class)
                .list();
    }

    /** The imports, of whatever run, whose end is not known and that keep lanes of this run from going on. */
    public List<Obstacle> obstacles(Run run) {
        return jdbc.sql(OBSTACLES)
                .param(run.id())
                .query((row, number) -> new Obstacle(
                        row.getString("lane"),
                        row.getString("file"),
                        row.getInt("line"),
                        MappingState.valueOf(row.getString("state"))))
                .list();
    }

    private static LedgerRow row(ResultSet row, int number) throws SQLException {
        Array fields = row.getArray("fields");
        return new LedgerRow(
                row.getInt("line"),
                row.getString("raw"),
                List.of((String[]) fields.getArray()),
                MappingState.valueOf(row.getString("state")),
                new Remark(
                        Objects.requireNonNullElse(row.getString("code"), ""),
                        Objects.requireNonNullElse(row.getString("message"), "")),
                row.getString("record_id"),
                row.getString("provisioned_product_id"),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
