package io.catalogimport.ledger;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rejects the rows of a file that repeat or contradict one another, and takes those up again that no longer do. It takes
 * the whole file to see that, so the database looks for it, and memory does not grow with the file.
 */
public final class RepeatedMappings {
    /**
     * When rows contradict each other, the imported one counts, in any run, with any version that it has
     * been updated to since. If none was imported, there is no way to know which one was meant, so all are rejected. A row
     * that was released contradicts no other one, and still keeps one that says the same from being imported.
     */
    private static final String JUDGE = StateList.in("""
            with shared_stack as (
                select stack_arn
                  from mapping_ledger
                 where run_id = :run and stack_arn is not null
                 group by stack_arn
                having count(*) > 1
            ), shared_name as (
                select {scope} as scope, provisioned_product_name
                  from mapping_ledger
                 where run_id = :run and stack_arn is not null
                 group by {scope}, provisioned_product_name
                having min(stack_arn) <> max(stack_arn)
            ), mapping as materialized (
                select line, entry.stack_arn, {scope} as scope, {product} as product_id,
                       {artifact} as provisioning_artifact_id, entry.provisioned_product_name,
                       (state in {done} or state in {in_flight}) as counts,
                       (state = 'RELEASED' and state not in (:open)) as released
                  from mapping_ledger as entry
                  left join shared_stack on shared_stack.stack_arn = entry.stack_arn
                  left join shared_name on (shared_name.scope, shared_name.provisioned_product_name)
                                         = ({scope}, entry.provisioned_product_name)
                 where run_id = :run and entry.stack_arn is not null
                   and (shared_stack.stack_arn is not null or shared_name.scope is not null or syntactic)
            ), by_stack as (
                select stack_arn, count(*) as rows, (array_agg(line order by line))[1\\:5] as lines
                  from mapping
                 where not released
                 group by stack_arn
                having count(distinct (product_id, provisioning_artifact_id, provisioned_product_name)) > 1
            ), by_name as (
                select scope, provisioned_product_name, count(*) as rows, (array_agg(line order by line))[1\\:5] as lines
                  from mapping
                 where not released
                 group by scope, provisioned_product_name
                having count(distinct stack_arn) > 1
            ), contender as (
                select mapping.*, case when counts then 'infinity' else past.imported_at end as imported_at,
                       counts or past.version = provisioning_artifact_id as same_version
                  from mapping
                  left join by_stack using (stack_arn)
                  left join by_name using (scope, provisioned_product_name)
                  left join lateral (
                           select case when ({product}, other.provisioned_product_name)
                                          = (mapping.product_id, mapping.provisioned_product_name)
                                       then coalesce(greatest(other.finished_at, other.validated_at), '-infinity')
                                  end as imported_at, {artifact} as version
                             from mapping_ledger as other
                            where other.stack_arn = mapping.stack_arn and other.run_id <> :run
                              and other.state in {done}
                            order by greatest(other.finished_at, other.validated_at) desc nulls last
                            limit 1) as past on not counts
                 where not released and (by_stack.rows is not null or by_name.rows is not null)
            ), of_stack as (
                select distinct on (stack_arn) *
                  from contender where imported_at is not null
                 order by stack_arn, imported_at desc, same_version desc, line
            ), of_name as (
                select distinct on (scope, provisioned_product_name) *
                  from contender where imported_at is not null
                 order by scope, provisioned_product_name, imported_at desc, same_version desc, line
            ), contradiction as (
                select contender.line,
                       case when by_stack.rows is null then null
                            when of_stack.line is null then
                                'This stack is mapped in different ways on lines '
                                    || array_to_string(by_stack.lines, ', ')
                                    || case when by_stack.rows > 5 then ' and ' || by_stack.rows - 5 || ' more' else '' end
                                    || ': keep the one that is meant.'
                            when (of_stack.product_id, of_stack.provisioning_artifact_id,
                                  of_stack.provisioned_product_name)
                                 <> (contender.product_id, contender.provisioning_artifact_id,
                                     contender.provisioned_product_name) then
                                'Line ' || of_stack.line || ' maps this stack differently, and was imported before or is'
                                    || ' being imported: remove this row.'
                       end as of_stack,
                       case when by_name.rows is null then null
                            when of_name.line is null then
                                'This name is given to different stacks of {place} on lines '
                                    || array_to_string(by_name.lines, ', ')
                                    || case when by_name.rows > 5 then ' and ' || by_name.rows - 5 || ' more' else '' end
                                    || ': give each stack a name of its own.'
                            when of_name.stack_arn <> contender.stack_arn then
                                'Line ' || of_name.line || ' gives this name to another stack, and was imported before or'
                                    || ' is being imported: give this stack a name of its own.'
                       end as of_name
                  from contender
                  left join by_stack on by_stack.stack_arn = contender.stack_arn
                  left join of_stack on of_stack.stack_arn = contender.stack_arn
                  left join by_name on (by_name.scope, by_name.provisioned_product_name)
                                     = (contender.scope, contender.provisioned_product_name)
                  left join of_name on (of_name.scope, of_name.provisioned_product_name)
                                     = (contender.scope, contender.provisioned_product_name)
            ), repetition as (
                select line, coalesce(min(line) filter (where counts or released) over same, min(line) over same) as first
                  from mapping
                window same as (partition by stack_arn, product_id, provisioning_artifact_id, provisioned_product_name)
            ), judged as (
                select line,
                       case when coalesce(of_stack, of_name) is not null then concat_ws(';',
                                case when of_stack is not null then 'STACK_MAPPED_DIFFERENTLY' end,
                                case when of_name is not null then 'NAME_FOR_SEVERAL_STACKS' end)
                            when line <> first then 'REPEATED_ROW' end as code,
                       case when coalesce(of_stack, of_name) is not null then concat_ws(' ', of_stack, of_name)
                            when line <> first then
                                'This row says the same as line ' || first || ', which counts: remove this one.'
                       end as message
                  from repetition
                  left join contradiction using (line)
            )
            update mapping_ledger as entry
               set reopened_from = case when judged.code is null then 'REJECTED' end,
                   state = case when judged.code is null then 'STAGED' else 'REJECTED' end,
                   syntactic = judged.code is not null, code = judged.code, message = judged.message
              from judged
             where entry.run_id = :run and entry.line = judged.line and entry.state in (:open)
               and case when judged.code is null then entry.syntactic
                        else (entry.syntactic, entry.code, entry.message)
                             is distinct from (true, judged.code, judged.message) end
            """);

    private static final String WARN = """
            with name as (
                select account, provisioned_product_name
                  from mapping_ledger
                 where run_id = :run and stack_arn is not null and :scope = 'REGION'
                 group by account, provisioned_product_name
                having min(lane) <> max(lane)
            ), spread as (
                select account, provisioned_product_name, count(*) as rows, (array_agg(line order by line))[1\\:5] as lines
                  from mapping_ledger
                  join name using (account, provisioned_product_name)
                 where run_id = :run and stack_arn is not null
                 group by account, provisioned_product_name
            ), judged as (
                select line, case when rows is null then '[]' else jsonb_build_array(jsonb_build_object(
                           'code', 'NAME_IN_SEVERAL_REGIONS', 'isNote', false, 'sentence',
                           'This name is given to stacks of several regions of the account (lines '
                               || array_to_string(lines, ', ')
                               || case when rows > 5 then ' and ' || rows - 5 || ' more' else '' end
                               || '). AWS''s page says that a name is unique in the account, so AWS may refuse all but one'
                               || ' (--name-scope account rejects such rows).')) end as warnings
                  from mapping_ledger
                  left join spread using (account, provisioned_product_name)
                 where run_id = :run and stack_arn is not null and (rows is not null or file_warnings <> '[]')
            )
            update mapping_ledger as entry set file_warnings = judged.warnings
              from judged
             where entry.run_id = :run and entry.line = judged.line and entry.file_warnings <> judged.warnings
            """;

    private final JdbcClient jdbc;
    private final NameScope scope;

    public RepeatedMappings(JdbcClient jdbc, NameScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /**
     * Of rows that say the same one stays; of rows that contradict one another only one that was imported does. Where
     * other regions of the account use a row's name, it gets a warning. {@link LookingOver#countRows} must
     * come before.
     *
     * @param open the states of the rows that may be judged again
     */
    public void judge(Run run, Set<MappingState> open) {
        List<String> states = open.stream().map(Enum::name).toList();
        jdbc.sql(scope.in(AskedVersion.in(JUDGE)))
                .param("run", run.id())
                .param("open", states)
                .update();
        jdbc.sql(WARN).param("run", run.id()).param("scope", scope.name()).update();
    }
}
