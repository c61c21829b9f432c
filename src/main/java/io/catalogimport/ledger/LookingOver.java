package io.catalogimport.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each start does with the rows that earlier starts have left, before it looks at AWS. */
public final class LookingOver {
    /** One statement, so that it is done wholly or not at all, and in each start once. */
    private static final String LOOK_OVER = """
            with start as (
                update mapping_start set looked_over = true
                 where run_id = :run and not looked_over
                returning run_id
            ), choice as (
                select line, state as expected,
                       case :kind
                           when 'ALL' then true
                           when 'LINES' then line <@ any (cast(:lines as int4range[]))
                           else state = :kind or reopened_from is not distinct from :kind
                       end as chosen,
                       state in (:open)
                           -- What has failed since the start began is left to the next start.
                           and (state <> 'FAILED' or finished_at is null or finished_at < :start)
                           and (state <> 'READY' or (validated_at is null or validated_at < :fresh
                                                        or validated_with is distinct from :check))
                           and not syntactic
                           -- Of most rows nothing is to be taken back at the first start, and each change costs its time.
                           and (state <> 'STAGED' or coalesce(code, message) is not null or finished_at is not null)
                           as reopens
                  from mapping_ledger
                  join start using (run_id)
            )
            update mapping_ledger as entry
               set selected = chosen,
                   state = case when chosen and reopens then 'STAGED' else state end,
                   reopened_from = case when chosen and reopens and state in ('REJECTED', 'FAILED') then state
                                    else reopened_from end,
                   code = case when chosen and reopens then null else code end,
                   message = case when chosen and reopens then null else message end,
                   finished_at = case when chosen and reopens then null else finished_at end
              from choice
             where run_id = :run and entry.line = choice.line and state = expected
               and (selected <> chosen or (chosen and reopens))
            """;

    private final JdbcClient jdbc;

    public LookingOver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A start, and which verdicts it takes as they are.
     *
     * @param at when it began
     * @param fresh a mapping that was found READY since then, in the same way, stays so
     * @param check the way in which mappings are validated
     */
    public record Start(Instant at, Instant fresh, String check) {}

    /**
     * Has PostgreSQL count the rows of a new run, before the first statement that compares them. Otherwise it expects few rows,
     * and compares each row with each other one.
     */
    public void countRows() {
        jdbc.sql("analyze mapping_ledger").update();
    }

    /**
     * Chooses the rows that a start may work on, and takes back what earlier starts found of those that are neither done
     * nor in flight: AWS may have changed. Does nothing when it was done in the run's start already.
     *
     * @param open the states of the rows that are taken back
     */
    public void takeBack(Run run, Selection selection, Set<MappingState> open, Start start) {
        jdbc.sql(LOOK_OVER)
                .param("start", Timestamp.from(start.at()))
                .param("fresh", Timestamp.from(start.fresh()))
                .param("check", start.check())
                .param("open", open.stream().map(Enum::name).toList())
                .param("run", run.id())
                .param("kind", selection.kind().name())
                .param(
                        "lines",
                        selection.lines().stream()
                                .map(lines -> "\"[" + lines.first() + "," + lines.last() + "]\"")
                                .collect(Collectors.joining(",", "{", "}")))
                .update();
    }
}
