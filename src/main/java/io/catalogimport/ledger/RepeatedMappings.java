package io.catalogimport.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rejects the rows of a file that repeat or contradict one another. It takes the whole file to see that, so the
 * database looks for it, and memory does not grow with the file.
 */
public final class RepeatedMappings {
    /**
     * Nobody can know which of several contradicting rows was meant, so none is taken. Processes that share a run take turns, for they
     * change the same rows.
     */
    private static final String REJECT_CONTRADICTIONS = """
            with mapping as (
                select line, stack_arn, account, product_id, provisioning_artifact_id, provisioned_product_name
                  from mapping_ledger
                 where run_id = ? and not syntactic
            ), by_stack as (
                select stack_arn, count(*) as rows, (array_agg(line order by line))[1:5] as lines
                  from mapping
                 group by stack_arn
                having count(distinct (product_id, provisioning_artifact_id, provisioned_product_name)) > 1
            ), by_name as (
                select account, provisioned_product_name, count(*) as rows, (array_agg(line order by line))[1:5] as lines
                  from mapping
                 group by account, provisioned_product_name
                having count(distinct stack_arn) > 1
            ), contradiction as (
                select line, by_stack.rows as stack_rows, by_stack.lines as stack_lines,
                       by_name.rows as name_rows, by_name.lines as name_lines
                  from mapping
                  left join by_stack using (stack_arn)
                  left join by_name using (account, provisioned_product_name)
                 where by_stack.rows is not null or by_name.rows is not null
            ), turn as materialized (
                select pg_advisory_xact_lock(hashtextextended('catalog-import repeated mappings', ?))
            )
            update mapping_ledger as entry
               set state = 'REJECTED', syntactic = true,
                   code = concat_ws(';',
                       case when stack_rows is not null then 'STACK_MAPPED_DIFFERENTLY' end,
                       case when name_rows is not null then 'NAME_FOR_SEVERAL_STACKS' end),
                   message = concat_ws(' ',
                       'This stack is mapped in different ways on lines ' || array_to_string(stack_lines, ', ')
                           || case when stack_rows > 5 then ' and ' || stack_rows - 5 || ' more' else '' end
                           || ': keep the one that is meant.',
                       'This name is given to different stacks of the account on lines '
                           || array_to_string(name_lines, ', ')
                           || case when name_rows > 5 then ' and ' || name_rows - 5 || ' more' else '' end
                           || ': give each stack a name of its own.')
              from contradiction, turn
             where entry.run_id = ? and entry.line = contradiction.line
            """;

    private static final String REJECT_REPETITIONS = """
            with turn as materialized (
                select pg_advisory_xact_lock(hashtextextended('catalog-import repeated mappings', ?))
            )
            update mapping_ledger as entry
               set state = 'REJECTED', syntactic = true, code = 'REPEATED_ROW',
                   message = 'This row says the same as line ' || first || ', which counts: remove this one.'
              from (select line, min(line) over (partition by stack_arn, product_id, provisioning_artifact_id,
                                                              provisioned_product_name) as first
                      from mapping_ledger
                     where run_id = ? and not syntactic) as repetition, turn
             where entry.run_id = ? and entry.line = repetition.line and repetition.line > first
            """;

    private final JdbcClient jdbc;

    public RepeatedMappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of rows that say the same the first stays; of rows that contradict one another none does. */
    public void reject(Run run) {
        // The planner does not know the new run's rows yet, and would compare each with each.
        jdbc.sql("analyze mapping_ledger").update();
        jdbc.sql(REJECT_CONTRADICTIONS).params(run.id(), run.id(), run.id()).update();
        jdbc.sql(REJECT_REPETITIONS).params(run.id(), run.id(), run.id()).update();
    }
}
