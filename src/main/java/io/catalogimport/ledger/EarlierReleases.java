package io.catalogimport.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps rows from being imported whose stack undo has released, whichever run of whichever file imported it. So a file that has
 * grown imports nothing again.
 */
public final class EarlierReleases {
    /**
     * The last word of another run about exactly this mapping counts. While a release is RELEASING, its row is still imported.
     * A row that was changed since is a new mapping.
     */
    private static final String KEEP = AskedVersion.in("""
            with candidate as (
                select line, stack_arn, {product} as product, {artifact} as artifact, provisioned_product_name
                  from mapping_ledger
                 where run_id = :run and line between :first and :last and state in ('STAGED', 'READY')
                   and stack_arn in (select stack_arn from mapping_ledger where state = 'RELEASED')
            ), known as (
                select candidate.line, past.state, past.released_at, past.provisioned_product_id, past.file, past.of_line
                  from candidate
                  join lateral (
                           select other.state, other.released_at, other.provisioned_product_id, run.file,
                                  other.line as of_line
                             from mapping_ledger as other
                             join mapping_run as run on run.id = other.run_id
                            where other.stack_arn = candidate.stack_arn and other.run_id <> :run
                              and other.state in ('IMPORTED', 'RELEASING', 'RELEASED')
                              and ({product}, {artifact}, other.provisioned_product_name)
                                  = (candidate.product, candidate.artifact, candidate.provisioned_product_name)
                            order by case other.state when 'RELEASED' then other.released_at else other.finished_at end
                                     desc nulls last
                            limit 1) as past on true
            )
            update mapping_ledger as entry
               set state = 'RELEASED', released_at = known.released_at,
                   provisioned_product_id = known.provisioned_product_id, code = 'RELEASED_BEFORE',
                   message = 'Undo released this stack before (line ' || known.of_line || ' of ' || known.file || ', at '
                       || to_char(known.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                       || '). To import it again: import --again.'
              from known
             where entry.run_id = :run and entry.line = known.line and entry.state in ('STAGED', 'READY')
               and known.state = 'RELEASED'
            """);

    private final JdbcClient jdbc;

    public EarlierReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the rows of a run from being imported that another run has imported and released. */
    public void keep(Run run) {
        keep(run, 0, Integer.MAX_VALUE);
    }

    /** The same for one row; true if it may not be imported. */
    public boolean keeps(Run run, LedgerEntry entry) {
        return keep(run, entry.line(), entry.line()) > 0;
    }

    private int keep(Run run, int first, int last) {
        return jdbc.sql(KEEP)
                .param("run", run.id())
                .param("first", first)
                .param("last", last)
                .update();
    }
}
