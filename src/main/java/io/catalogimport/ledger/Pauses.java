package io.catalogimport.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which runs are paused. While a run is paused, nothing new begins in it. */
public final class Pauses {
    private static final String OPEN =
            "select paused_by, paused_at from mapping_pause where run_id = ? and resumed_at is null";

    private static final String BEGIN = """
            insert into mapping_pause (run_id, paused_at, paused_by) values (?, ?, ?)
            on conflict (run_id) where resumed_at is null do nothing
            """;

    private static final String END =
            "update mapping_pause set resumed_at = ?, resumed_by = ? where run_id = ? and resumed_at is null";

    /** A nightly file is hardly paused as often. */
    private static final String PAST = """
            select paused_at, resumed_at, paused_by from mapping_pause where run_id = ? order by paused_at desc limit 1000
            """;

    /** A run without rows has not been planned yet, and is not complete. */
    private static final String COMPLETE = StateList.in("""
            select exists (select from mapping_ledger where run_id = :run)
               and not exists (select from mapping_ledger where run_id = :run and state not in {settled})
            """);

    private final JdbcClient jdbc;

    public Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A pause that has not ended, or an end of one.
     *
     * @param by who said so, such as {@code anna@build-3}
     */
    public record Word(String by, Instant at) {}

    /** The pause of a run; empty if the run is not paused. */
    public Optional<Word> of(Run run) {
        return jdbc.sql(OPEN)
                .param(run.id())
                .query((row, number) -> new Word(
                        row.getString("paused_by"),
                        row.getTimestamp("paused_at").toInstant()))
                .optional();
    }

    /** The pauses of a run, the earliest first. */
    List<PastPause> past(Run run) {
        List<PastPause> pauses = new ArrayList<>(jdbc.sql(PAST)
                .param(run.id())
                .query((row, number) -> {
                    @Nullable Timestamp resumedAt = row.getTimestamp("resumed_at");
                    return new PastPause(
                            row.getTimestamp("paused_at").toInstant(),
                            resumedAt == null ? null : resumedAt.toInstant(),
                            row.getString("paused_by"));
                })
                .list());
        Collections.reverse(pauses);
        return pauses;
    }

    /** Whether a run has nothing left to import, so that there is nothing to pause. */
    public boolean isPointless(Run run) {
        return jdbc.sql(COMPLETE).param("run", run.id()).query(Boolean.class).single();
    }

    /** Pauses a run. False if it was paused already; that pause stays as it is. */
    public boolean begin(Run run, Word word) {
        return jdbc.sql(BEGIN)
                        .params(run.id(), Timestamp.from(word.at()), word.by())
                        .update()
                > 0;
    }

    /** Ends the pause of a run. False if the run was not paused. */
    public boolean end(Run run, Word word) {
        return jdbc.sql(END)
                        .params(Timestamp.from(word.at()), word.by(), run.id())
                        .update()
                > 0;
    }
}
