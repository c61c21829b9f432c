package io.catalogimport.ledger;

import io.catalogimport.aws.FailureKind;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What reports say about runs: the rows, how many are in each state, how long imports took, and what is in the way.
 * Changes nothing.
 */
public final class Figures {
    private static final int PAGE_SIZE = 1_000;

    private static final String PAGE = """
            select line, raw, fields, state, code, message, record_id, provisioned_product_id, started_at, finished_at,
                   reading_warnings || file_warnings || warnings as warnings, launch_path, attempt,
            """ + EntryRow.MAPPING + """
              from mapping_ledger
             where run_id = ? and line > ?
             order by line limit ?
            """;

    private static final String RECENT_DURATIONS = """
            select took_millis from mapping_ledger where took_millis is not null order by finished_at desc limit ?
            """;

    /** What other workers have in flight is no obstacle: they follow it to its end. */
    private static final String OBSTACLES = StateList.in("""
            select distinct on (lane) lane, file, line, state, stack_arn
              from mapping_ledger as other
              join mapping_run on mapping_run.id = run_id
             where state in {in_flight} and (state in ('UNRESOLVED', 'RELEASING') or not :others)
               and exists (select from mapping_ledger as entry
                            where entry.run_id = :run and entry.state not in {settled} and {excludes})
             order by lane, file, line
            """);

    private static final String COUNTS = """
            select state, count(*) as rows from mapping_ledger
             where run_id = :run and (selected or not :selected)
             group by state
            """;

    private static final String READY_BY_LANE = """
            select lane, count(*) as rows from mapping_ledger
             where run_id = ? and state = 'READY' and selected
             group by lane
            """;

    private static final String REFUSALS = """
            select reason, lane, count(*) as rows
              from mapping_ledger, unnest(string_to_array(code, ';')) as reason
             where run_id = :run and selected and not syntactic and reason = any (cast(:codes as text[]))
             group by reason, lane order by reason, lane
            """;

    private static final String ALL_REFUSED = """
            with row as (
                select state, lane, coalesce(string_to_array(code, ';') <@ cast(:codes as text[]), false) as refused
                  from mapping_ledger
                 where run_id = :run and selected and not syntactic
            ), postponed as (
                select distinct lane from row where state = 'READY' and refused
            )
            select count(*) > 0 and bool_and(
                       state in ('REJECTED', 'FAILED') and refused or state = 'READY' and postponed.lane is not null)
              from row
              left join postponed on postponed.lane = row.lane
            """;

    private static final String REJECTED_OTHERWISE = """
            select not exists (select from mapping_ledger
                                where run_id = :run and state = 'REJECTED'
                                  and coalesce(not string_to_array(code, ';') <@ cast(:codes as text[]), true))
            """;

    private static final String SEVERAL_LANES =
            "select coalesce(min(lane) <> max(lane), false) from mapping_ledger where run_id = ?";

    private final JdbcClient jdbc;
    private final LaneScope scope;

    public Figures(JdbcClient jdbc, LaneScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** Hands over all rows of a run in file order, read page by page. */
    public void forEachRow(Run run, Consumer<LedgerRow> consumer) {
        firstRows(run, Integer.MAX_VALUE, consumer);
    }

    /** The same for the first rows alone. The others are not read. */
    public void firstRows(Run run, int most, Consumer<LedgerRow> consumer) {
        int afterLine = 0;
        int left = most;
        while (left > 0) {
            int size = Math.min(left, PAGE_SIZE);
            List<LedgerRow> page = jdbc.sql(PAGE)
                    .params(run.id(), afterLine, size)
                    .query(Figures::row)
                    .list();
            page.forEach(consumer);
            if (page.size() < size) {
                return;
            }
            left -= size;
            afterLine = page.get(size - 1).line();
        }
    }

    /** How many rows of a run are in each state; every state is there. */
    public StateCounts counts(Run run) {
        return counts(run, false);
    }

    /** The same, of the rows that a start may work on. */
    public StateCounts selectedCounts(Run run) {
        return counts(run, true);
    }

    private StateCounts counts(Run run, boolean selected) {
        Map<MappingState, Long> counts = new EnumMap<>(MappingState.class);
        for (MappingState state : MappingState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql(COUNTS).param("run", run.id()).param("selected", selected).query(row -> {
            counts.put(MappingState.valueOf(row.getString("state")), row.getLong("rows"));
        });
        return new StateCounts(counts);
    }

    /**
     * Whether the rows of a run are in more than one account or region. Rows that the file alone rejects do not count:
     * their lane is not known.
     */
    public boolean hasSeveralLanes(Run run) {
        return Boolean.TRUE.equals(
                jdbc.sql(SEVERAL_LANES).param(run.id()).query(Boolean.class).single());
    }

    /** How many of the rows that a start may work on are ready, by account and region. */
    public Map<String, Long> readyByLane(Run run) {
        Map<String, Long> ready = new HashMap<>();
        jdbc.sql(READY_BY_LANE).param(run.id()).query(row -> {
            ready.put(row.getString("lane"), row.getLong("rows"));
        });
        return ready;
    }

    /** How many of the rows that a start may work on failed or were rejected in these ways, by kind and lane. */
    public List<Refusal> refusals(Run run, Set<FailureKind> kinds) {
        return jdbc.sql(REFUSALS)
                .param("run", run.id())
                .param("codes", codes(kinds))
                .query((row, number) -> new Refusal(
                        FailureKind.valueOf(row.getString("reason")), row.getString("lane"), row.getLong("rows")))
                .list();
    }

    /**
     * Whether each row that a start may work on was refused, for no other reasons than these. A READY row counts as refused
     * if a row of its lane was postponed for these reasons.
     */
    public boolean allHaveOnly(Run run, Set<FailureKind> kinds) {
        return Boolean.TRUE.equals(jdbc.sql(ALL_REFUSED)
                .param("run", run.id())
                .param("codes", codes(kinds))
                .query(Boolean.class)
                .single());
    }

    /** Whether each rejected row of a run has no other codes than these. */
    public boolean areRejectedOnlyFor(Run run, Set<String> codes) {
        return jdbc.sql(REJECTED_OTHERWISE)
                .param("run", run.id())
                .param("codes", codes.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private static String[] codes(Set<FailureKind> kinds) {
        return kinds.stream().map(FailureKind::name).toArray(String[]::new);
    }

    /** How long the latest imports took that one start saw from submission to end, over all runs, the latest first. */
    public List<Duration> recentDurations(int atMost) {
        return jdbc.sql(RECENT_DURATIONS)
                .param(atMost)
                .query((row, number) -> Duration.ofMillis(row.getLong("took_millis")))
                .list();
    }

    /**
     * The imports, in any run, whose end is not known and that keep lanes of this run from continuing.
     *
     * @param others whether other workers continue the run
     */
    public List<Obstacle> obstacles(Run run, boolean others) {
        return jdbc.sql(scope.in(OBSTACLES))
                .param("run", run.id())
                .param("others", others)
                .query((row, number) -> new Obstacle(
                        row.getString("lane"),
                        row.getString("file"),
                        row.getInt("line"),
                        MappingState.valueOf(row.getString("state")),
                        row.getString("stack_arn")))
                .list();
    }

    private static LedgerRow row(ResultSet row, int number) throws SQLException {
        List<Warning> warnings = WarningColumn.read(row.getString("warnings"));
        return new LedgerRow(
                row.getInt("line"),
                row.getString("raw"),
                texts(row.getArray("fields")),
                MappingState.valueOf(row.getString("state")),
                remark(row, warnings),
                row.getString("record_id"),
                row.getString("provisioned_product_id"),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                warnings,
                row.getString("launch_path"),
                row.getString("stack_arn") == null ? null : EntryRow.mapping(row),
                row.getInt("attempt"));
    }

    /** The differences of templates, by the lines of their rows. */
    public void forEachDifference(Run run, BiConsumer<Integer, String> consumer) {
        new TemplateDifferences(jdbc).forEach(run, consumer);
    }

    /** A row without a code of its own shows its warnings. */
    private static Remark remark(ResultSet row, List<Warning> warnings) throws SQLException {
        String code = row.getString("code");
        return code == null
                ? Remark.of(warnings)
                : new Remark(code, Objects.requireNonNullElse(row.getString("message"), ""));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
